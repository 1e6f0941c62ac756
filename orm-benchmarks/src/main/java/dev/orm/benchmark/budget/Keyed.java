package dev.orm.benchmark.budget;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** {@link Bare} with three relations to one, all NULL. */
@Table(name = "budget_keyed")
public class Keyed extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 40)
	private String name = "";

	private int quantity;

	@OnDelete(OnDeleteAction.CASCADE)
	@Column(nullable = true)
	private ForeignKey<Handled> left;

	@OnDelete(OnDeleteAction.CASCADE)
	@Column(nullable = true)
	private ForeignKey<Handled> right;

	@OnDelete(OnDeleteAction.CASCADE)
	@Column(nullable = true)
	private ForeignKey<Handled> middle;

	public ForeignKey<Handled> getLeft() {
		return this.left;
	}

	public ForeignKey<Handled> getRight() {
		return this.right;
	}

	public ForeignKey<Handled> getMiddle() {
		return this.middle;
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
