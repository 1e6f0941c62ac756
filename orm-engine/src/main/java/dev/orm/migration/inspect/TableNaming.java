package dev.orm.migration.inspect;

import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;

/**
 * Says how facts name the tables of a database: by their schema, unless it is that of the
 * search path. Immutable.
 *
 * @param own the schema of the search path
 * @param qualified the tables that are named by their schema even so
 */
record TableNaming(String own, Set<String> qualified) {

	static TableNaming of(String own, Schema ours) {
		return new TableNaming(own, ours.all(Table.class).stream().map(Table::name).collect(Collectors.toSet()));
	}

	String path(String schema, String table) {
		String path = new TablePath(schema, table).text();
		boolean bare = schema.equals(this.own) && !this.qualified.contains(path);
		return bare ? new TablePath("", table).text() : path;
	}

}
