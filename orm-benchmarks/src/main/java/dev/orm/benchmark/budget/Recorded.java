package dev.orm.benchmark.budget;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** {@link Bare} whose rows are kept as they were. */
@Table(name = "budget_recorded")
public class Recorded extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 40)
	private String name = "";

	private int quantity;

	static void recorded(Meta<Recorded> meta) {
		meta.history();
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
