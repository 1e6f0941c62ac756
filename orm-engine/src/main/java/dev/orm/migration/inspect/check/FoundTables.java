package dev.orm.migration.inspect.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.check.Problem;
import dev.orm.migration.inspect.SchemaReader;
import dev.orm.schema.Schema;

/**
 * Compares the tables of the schema a connection is in with those of models. Immutable.
 *
 * @param expected what models ask for
 * @param places the models by the facts they become
 */
record FoundTables(Schema expected, FactPlaces places) {

	List<Problem> of(Connection connection) throws SQLException {
		Schema found = new SchemaReader(Set.of()).read(connection, this.expected);
		return Stream
			.concat(new FactProblems(found, this.places).of(this.expected),
					ServerChoices.read(connection).problems(found, this.places))
			.toList();
	}

}
