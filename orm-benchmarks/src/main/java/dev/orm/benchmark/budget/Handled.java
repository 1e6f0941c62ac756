package dev.orm.benchmark.budget;

import dev.orm.OneToMany;
import dev.orm.annotation.BackOf;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** {@link Bare} with three relations to many. */
@Table(name = "budget_handled")
public class Handled extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 40)
	private String name = "";

	private int quantity;

	@BackOf("left")
	private OneToMany<Keyed> lefts;

	@BackOf("right")
	private OneToMany<Keyed> rights;

	@BackOf("middle")
	private OneToMany<Keyed> middles;

	public OneToMany<Keyed> getLefts() {
		return this.lefts;
	}

	public OneToMany<Keyed> getRights() {
		return this.rights;
	}

	public OneToMany<Keyed> getMiddles() {
		return this.middles;
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
