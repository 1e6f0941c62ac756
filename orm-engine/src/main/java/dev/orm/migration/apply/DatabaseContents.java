package dev.orm.migration.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.orm.journal.Journal;
import dev.orm.migration.inspect.DependentViews;
import dev.orm.migration.inspect.Respelling;
import dev.orm.migration.inspect.RowCounts;
import dev.orm.migration.inspect.SchemaReader;
import dev.orm.migration.inspect.UnspokenObjects;
import dev.orm.schema.Change;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Reads what a database holds, over a connection of its own each time. Immutable.
 *
 * @param configuration knows the database
 * @param libraries know which tables are theirs
 * @param others says which further tables are others'
 */
record DatabaseContents(Configuration configuration, LibraryMigrations libraries, Supplier<Set<String>> others) {

	/**
	 * The schema, spelled as another where both mean the same. Flyway's table is left
	 * out, and those of others, unless the spelling has them as its own: whoever is named
	 * so, and whoever the spelling's foreign keys lead to.
	 */
	Schema schema(Schema spelling) {
		return schema(spelling, spelling.objects().stream());
	}

	/** The same, without what keys of any version lead to. */
	Schema schema(Schema spelling, Journal journal) {
		return schema(spelling,
				journal.entries()
					.stream()
					.flatMap((entry) -> entry.changes().stream())
					.filter(Change.Add.class::isInstance)
					.map((change) -> ((Change.Add) change).object()));
	}

	private Schema schema(Schema spelling, Stream<SchemaObject> keys) {
		Set<String> ignored = new HashSet<>(this.others.get());
		spelling.all(Table.class).forEach((table) -> ignored.remove(table.name()));
		ignored.addAll(this.libraries.tables());
		ignored.add(this.configuration.getTable());
		keys.filter((object) -> object instanceof ForeignKey key && key.outside())
			.forEach((key) -> ignored.add(((ForeignKey) key).target()));
		SchemaReader reader = new SchemaReader(ignored);
		return ask("Cannot read the schema of the database", (connection) -> {
			Schema found = this.libraries.own(reader.read(connection, spelling), spelling);
			try {
				return new Respelling(connection, reader).respell(found, spelling);
			}
			catch (SQLException ex) {
				throw MigrationFailure.ofComparison(ex);
			}
		});
	}

	/** What is there of which no fact speaks. */
	List<String> unspoken(List<String> schemas) {
		return ask("Cannot read the catalogue of the database",
				(connection) -> UnspokenObjects.read(connection, schemas));
	}

	/** The views, as if they were tables. */
	Schema views() {
		return ask("Cannot read the views of the database", new SchemaReader(Set.of())::views);
	}

	/** The views that read a column or a table. */
	List<String> viewsOn(ObjectId id) {
		return ask("Cannot read the views of the database", (connection) -> DependentViews.of(connection, id));
	}

	/** About how many rows tables have, those of further schemas as well. */
	Map<String, Long> rowCounts(List<String> schemas) {
		return ask("The sizes of tables cannot be read", (connection) -> RowCounts.read(connection, schemas));
	}

	/** The number a query gives; empty if the tables are not there as it has them. */
	Optional<Long> count(String sql) {
		return ask("Rows cannot be counted", (connection) -> {
			try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
				return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
			}
			catch (SQLException ex) {
				if (String.valueOf(ex.getSQLState()).startsWith("42")) {
					return Optional.empty();
				}
				throw ex;
			}
		});
	}

	private <T> T ask(String failure, Question<T> question) {
		try (DatabaseSession session = DatabaseSession.open(this.configuration)) {
			return question.ask(session.connection());
		}
		catch (SQLException ex) {
			throw MigrationFailure.of(failure, ex);
		}
	}

	/**
	 * A question to a database.
	 *
	 * @param <T> the answer
	 */
	@FunctionalInterface
	private interface Question<T> {

		T ask(Connection connection) throws SQLException;

	}

}
