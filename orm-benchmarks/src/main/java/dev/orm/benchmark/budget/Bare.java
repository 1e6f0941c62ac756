package dev.orm.benchmark.budget;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A model with nothing but columns. */
@Table(name = "budget_bare")
public class Bare extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 40)
	private String name = "";

	private int quantity;

	/** For the ORM. */
	public Bare() {
	}

	Bare(String name, int quantity) {
		this.name = name;
		this.quantity = quantity;
	}

	void setQuantity(int quantity) {
		this.quantity = quantity;
	}

	public @Nullable Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public int getQuantity() {
		return this.quantity;
	}

}
