package dev.orm.migration.inspect.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import dev.orm.check.Problem;
import dev.orm.error.OrmException;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.inspect.SchemaReader;
import dev.orm.migration.model.ModelSchema;
import dev.orm.schema.Schema;

/**
 * Looks whether a database is what models say. Immutable. Django's {@code check
 * --database}.
 */
public final class DatabaseChecks {

	private final ModelRegistry models;

	private final String database;

	/**
	 * Create the checks of a database.
	 * @param models the models
	 * @param database its alias
	 */
	public DatabaseChecks(ModelRegistry models, String database) {
		this.models = models;
		this.database = database;
	}

	/**
	 * Return whether tenants rely on policies of the database.
	 * @return true if a model of it does
	 */
	public boolean isGuarded() {
		return GuardedTables.of(this.models, this.database).findAny().isPresent();
	}

	/**
	 * Look whether policies that keep tenants apart hold for the role of the connection.
	 * @param dataSource the database
	 * @return what is odd; empty if nothing is, or nobody relies on policies
	 * @throws OrmException if the catalogue cannot be read
	 */
	public List<Problem> tenants(DataSource dataSource) {
		if (!isGuarded()) {
			return List.of();
		}
		try (Connection connection = dataSource.getConnection()) {
			return GuardedTables.check(connection, this.models, this.database);
		}
		catch (SQLException ex) {
			throw silent(ex);
		}
	}

	private OrmException silent(SQLException cause) {
		return new OrmException("The database '%s' does not say what it is".formatted(this.database), cause);
	}

	/**
	 * Look at tables, columns, constraints and native enums, and at what
	 * {@link #tenants(DataSource)} looks at. Two dozen tables or some hundred are the
	 * same eight statements.
	 * @param dataSource the database
	 * @return what is odd
	 * @throws OrmException if the catalogue cannot be read
	 */
	public List<Problem> all(DataSource dataSource) {
		Schema expected = ModelSchema.of(this.models, this.database);
		List<Problem> problems = new ArrayList<>(tenants(dataSource));
		try (Connection connection = dataSource.getConnection()) {
			Schema found = new SchemaReader(Set.of()).read(connection, expected);
			FactPlaces places = FactPlaces.of(this.models, this.database);
			Stream
				.concat(new FactProblems(found, places).of(expected),
						ServerChoices.read(connection).problems(found, places))
				.forEach(problems::add);
		}
		catch (SQLException ex) {
			throw silent(ex);
		}
		return problems;
	}

}
