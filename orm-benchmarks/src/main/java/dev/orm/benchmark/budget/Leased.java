package dev.orm.benchmark.budget;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.session.TenantId;
import org.jspecify.annotations.Nullable;

/** {@link Bare} whose rows belong to tenants. */
@Table(name = "budget_leased")
public class Leased extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 40)
	private String name = "";

	private int quantity;

	@TenantId
	private @Nullable Long tenant;

	public @Nullable Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public int getQuantity() {
		return this.quantity;
	}

	public @Nullable Long getTenant() {
		return this.tenant;
	}

}
