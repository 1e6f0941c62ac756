package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;

import dev.orm.schema.Namespace;
import dev.orm.schema.Sorting;
import dev.orm.schema.TablePath;

import static dev.orm.migration.ddl.SqlText.name;
import static dev.orm.migration.ddl.SqlText.table;

/** Writes what is about schemas of the database, and collations, which lie in them. */
final class SchemaStatements {

	private SchemaStatements() {
	}

	/** Make a collation in the schema of the search path. */
	static String create(Sorting collation) {
		return "CREATE COLLATION " + name(collation.name()) + " (provider = " + collation.provider() + ", locale = "
				+ SqlText.literal(collation.locale()) + (collation.deterministic() ? "" : ", deterministic = false")
				+ ")";
	}

	/** A schema that others use as well stays. */
	static String drop(Namespace namespace) {
		return "DO $$ BEGIN DROP SCHEMA IF EXISTS " + name(namespace.name())
				+ "; EXCEPTION WHEN dependent_objects_still_exist THEN"
				+ " RAISE NOTICE 'The schema is not empty and stays'; END $$";
	}

	/** Rename a table, and bring it to another schema if its new path says so. */
	static List<String> move(TablePath from, TablePath to) {
		List<String> statements = new ArrayList<>();
		if (!from.name().equals(to.name())) {
			statements.add("ALTER TABLE " + table(from) + " RENAME TO " + name(to.name()));
		}
		if (!from.schema().equals(to.schema())) {
			String alter = "ALTER TABLE " + table(from.beside(to.name())) + " SET SCHEMA ";
			statements.add(to.schema().isEmpty() ? toSearchPath(alter) : alter + name(to.schema()));
		}
		return statements;
	}

	/**
	 * No statement names the schema of the search path, so the server is asked for it.
	 */
	private static String toSearchPath(String alter) {
		return "DO $$ BEGIN EXECUTE format('" + alter.replace("%", "%%").replace("'", "''")
				+ "%I', current_schema()); END $$";
	}

}
