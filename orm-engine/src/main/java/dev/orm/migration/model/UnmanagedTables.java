package dev.orm.migration.model;

import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.meta.ModelRegistry;

/**
 * The tables of models that say {@code managed = false}: others make them, and migrations
 * leave them alone. Immutable.
 *
 * @param names the tables, as facts name them
 */
public record UnmanagedTables(Set<String> names) {

	public UnmanagedTables {
		names = Set.copyOf(names);
	}

	/**
	 * Find the tables.
	 * @param registry the models
	 * @return those whose models are unmanaged, in whichever database
	 */
	public static UnmanagedTables of(ModelRegistry registry) {
		return new UnmanagedTables(registry.models()
			.stream()
			.filter((model) -> model.concrete() == model && !model.managed())
			.map(Facts::table)
			.collect(Collectors.toSet()));
	}

}
