package dev.orm.migration.apply.step;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import dev.orm.error.detail.UnknownName;
import dev.orm.migration.problem.MigrationException;
import dev.orm.schema.Column;
import dev.orm.schema.Key;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/**
 * The tables of a database as the journal has them at the version of a migration:
 * Django's {@code apps} of a {@code RunPython}. Names that are not there at that version
 * are refused. Used by the thread of the migration.
 */
public final class MigrationTables {

	private final String migration;

	private final Connection connection;

	private final Schema schema;

	MigrationTables(String migration, Connection connection, Schema schema) {
		this.migration = migration;
		this.connection = connection;
		this.schema = schema;
	}

	/**
	 * Return a table.
	 * @param name its name, after its schema and a point if it lies in one
	 * @return all its rows
	 * @throws MigrationException if it is not there at the version of the migration
	 */
	public MigrationTable table(String name) {
		if (!this.schema.has(ObjectId.table(name))) {
			List<String> choices = this.schema.all(Table.class).stream().map(Table::name).sorted().toList();
			throw new MigrationException(this.migration,
					"There is no table '%s' at %s.".formatted(name, this.migration),
					UnknownName.of(this.migration, name, choices), "");
		}
		List<String> key = this.schema.all(Key.class)
			.stream()
			.filter((candidate) -> candidate.table().equals(name))
			.findFirst()
			.map(Key::columns)
			.orElse(List.of());
		List<Column> columns = this.schema.columns(name);
		return MigrationTable.of(new MigratedTable(this.migration, this.connection, name, columns, key));
	}

	/**
	 * Run a statement of SQL, whose names nobody checks but the server.
	 * @param sql the statement, with a question mark for each value
	 * @param values the values
	 * @return how many rows it changed
	 * @throws MigrationException if the server refuses it
	 */
	public int execute(String sql, Object... values) {
		try (PreparedStatement statement = this.connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			return statement.execute() ? 0 : statement.getUpdateCount();
		}
		catch (SQLException ex) {
			throw new MigrationException(this.migration, "%s failed: %s".formatted(this.migration, ex.getMessage()),
					ex);
		}
	}

	/**
	 * Return the version of the server, for what only some have.
	 * @return the number before the point, such as 18
	 */
	public int serverVersion() {
		try {
			return this.connection.getMetaData().getDatabaseMajorVersion();
		}
		catch (SQLException ex) {
			throw new MigrationException(this.migration, "The version of the server cannot be read", ex);
		}
	}

}
