package dev.orm.benchmark.model;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Who orders: the parent with ten children. */
@Table(name = "bench_customer")
public class Customer extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 100)
	private String name;

	@Column(length = 100)
	private String email;

	private boolean active;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("customers")
	private ForeignKey<Region> region;

	public @Nullable Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

	public String getEmail() {
		return this.email;
	}

	public boolean isActive() {
		return this.active;
	}

	public ForeignKey<Region> getRegion() {
		return this.region;
	}

}
