package dev.orm.migration.inspect.check;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import dev.orm.check.Problem;
import dev.orm.error.OrmException;
import dev.orm.error.detail.Subject;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.model.ModelSchema;

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
		return new OrmException("The database '%s' does not say what it is".formatted(this.database),
				Subject.ofArgument(this.database), cause);
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
		List<Problem> problems = new ArrayList<>(tenants(dataSource));
		try (Connection connection = dataSource.getConnection()) {
			problems.addAll(tables().of(connection));
		}
		catch (SQLException ex) {
			throw silent(ex);
		}
		return problems;
	}

	/**
	 * Look at the same in several schemas, each with all tables: those of tenants.
	 * @param dataSource the database
	 * @param schemas the schemas
	 * @return what is odd, each problem once with the schemas that have it
	 * @throws OrmException if the catalogue cannot be read
	 */
	public List<Problem> all(DataSource dataSource, List<String> schemas) {
		List<Problem> problems = new ArrayList<>(tenants(dataSource));
		try (Connection connection = dataSource.getConnection()) {
			problems.addAll(new SchemaTables(tables()).of(connection, schemas));
		}
		catch (SQLException ex) {
			throw silent(ex);
		}
		return problems;
	}

	private FoundTables tables() {
		return new FoundTables(ModelSchema.of(this.models, this.database), FactPlaces.of(this.models, this.database));
	}

}
