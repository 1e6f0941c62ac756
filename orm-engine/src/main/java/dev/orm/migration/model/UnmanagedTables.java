package dev.orm.migration.model;

import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.meta.ModelRegistry;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;

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

	/**
	 * Leave the tables out of what a database holds.
	 * @param found what it holds
	 * @return the schema without them; keys that lead to them lead outside
	 */
	public Schema without(Schema found) {
		return Schema.of(found.objects().stream().filter((object) -> !isTheirs(object)).map(this::outside).toList());
	}

	private boolean isTheirs(SchemaObject object) {
		ObjectId id = object.id();
		return this.names.contains((id.kind() == ObjectKind.TABLE) ? id.name() : id.table());
	}

	private SchemaObject outside(SchemaObject object) {
		return (object instanceof ForeignKey key && this.names.contains(key.target())) ? key.toOutside() : object;
	}

}
