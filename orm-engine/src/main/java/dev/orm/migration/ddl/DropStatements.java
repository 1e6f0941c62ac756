package dev.orm.migration.ddl;

import java.util.List;

import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Distribution;
import dev.orm.schema.Exclusion;
import dev.orm.schema.Extension;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Namespace;
import dev.orm.schema.Policy;
import dev.orm.schema.Raw;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Sorting;
import dev.orm.schema.Table;
import dev.orm.schema.Unique;

import static dev.orm.migration.ddl.SqlText.beside;
import static dev.orm.migration.ddl.SqlText.expression;
import static dev.orm.migration.ddl.SqlText.name;

/**
 * What drops an object that does not go with its table. Immutable.
 *
 * @param concurrently whether indexes are dropped while others write
 * @param policies writes policies
 */
record DropStatements(boolean concurrently, PolicyStatements policies) implements SchemaObject.Visitor<List<String>> {

	@Override
	public List<String> namespace(Namespace namespace) {
		return List.of(SchemaStatements.drop(namespace));
	}

	@Override
	public List<String> extension(Extension extension) {
		return List.of("DROP EXTENSION IF EXISTS " + name(extension.name()));
	}

	@Override
	public List<String> collation(Sorting collation) {
		return List.of("DROP COLLATION " + name(collation.name()));
	}

	@Override
	public List<String> table(Table table) {
		return List.of("DROP TABLE " + SqlText.table(table.name()));
	}

	@Override
	public List<String> column(Column column) {
		return List.of(alter(column, "DROP COLUMN "));
	}

	@Override
	public List<String> key(Key key) {
		return constraint(key);
	}

	@Override
	public List<String> unique(Unique unique) {
		return constraint(unique);
	}

	@Override
	public List<String> check(Check check) {
		return constraint(check);
	}

	@Override
	public List<String> exclusion(Exclusion exclusion) {
		return constraint(exclusion);
	}

	@Override
	public List<String> foreignKey(ForeignKey foreignKey) {
		return constraint(foreignKey);
	}

	private static List<String> constraint(SchemaObject constraint) {
		return List.of(alter(constraint, "DROP CONSTRAINT "));
	}

	private static String alter(SchemaObject part, String action) {
		return "ALTER TABLE " + SqlText.table(part.id().table()) + " " + action + name(part.id().name());
	}

	@Override
	public List<String> index(Index index) {
		return List.of("DROP INDEX " + (this.concurrently ? "CONCURRENTLY IF EXISTS " : "")
				+ beside(index.table(), index.name()));
	}

	@Override
	public List<String> distribution(Distribution distribution) {
		return List.of(DistributionStatements.gather(distribution));
	}

	@Override
	public List<String> policy(Policy policy) {
		return this.policies.remove(policy);
	}

	/** Its triggers are dropped with all others, before what they write about changes. */
	@Override
	public List<String> history(History history) {
		return List.of();
	}

	@Override
	public List<String> raw(Raw raw) {
		return raw.drop().isEmpty() ? List.of() : List.of(expression(raw.drop()));
	}

}
