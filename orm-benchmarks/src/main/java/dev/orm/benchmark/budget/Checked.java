package dev.orm.benchmark.budget;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

import static dev.orm.benchmark.budget.CheckedPath.CHECKED;

/** A model with what only the database can tell: a unique code, a target, a check. */
@Table(name = "budget_checked")
public class Checked extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 40, unique = true)
	private String code = "";

	private int quantity;

	@OnDelete(OnDeleteAction.CASCADE)
	private ForeignKey<Bare> bare;

	/** For the ORM. */
	public Checked() {
	}

	Checked(String code, int quantity, long bare) {
		this.code = code;
		this.quantity = quantity;
		this.bare = ForeignKey.ofId(bare);
	}

	static void meta(Meta<Checked> meta) {
		meta.check("budget_checked_quantity", CHECKED.quantity.gte(0));
	}

	public @Nullable Long getId() {
		return this.id;
	}

	public String getCode() {
		return this.code;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public ForeignKey<Bare> getBare() {
		return this.bare;
	}

}
