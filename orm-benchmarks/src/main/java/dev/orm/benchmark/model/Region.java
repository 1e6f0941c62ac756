package dev.orm.benchmark.model;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Where customers live. */
@Table(name = "bench_region")
public class Region extends Model {

	@Id
	private @Nullable Long id;

	@Column(length = 50)
	private String name;

	public @Nullable Long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

}
