package dev.orm.migration.inspect.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.check.Problem;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.Tenancy;

/** Tables whose rows of other tenants the database itself hides: from whom it does. */
final class GuardedTables {

	private static final String ID = "tenant-rls-bypassed";

	private static final String ROLE = """
			SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)""";

	private static final String TABLE = """
			SELECT c.relrowsecurity AND c.relforcerowsecurity FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
			WHERE c.relname = ? AND n.nspname = coalesce(nullif(?, ''), current_schema())""";

	private GuardedTables() {
	}

	/** The models of a database that rely on it. */
	static Stream<EntityModel> of(ModelRegistry models, String database) {
		return models.models()
			.stream()
			.filter((model) -> model.concrete() == model && model.managed() && model.database().equals(database))
			.filter((model) -> {
				Tenancy tenancy = Tenancy.own(model);
				return tenancy != null && tenancy.guarded();
			});
	}

	static List<Problem> check(Connection connection, ModelRegistry models, String database) throws SQLException {
		List<Problem> problems = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(ROLE);
				ResultSet role = statement.executeQuery()) {
			if (role.next()) {
				problems.add(bypassed(database, role.getString(1), role.getBoolean(2)));
			}
		}
		for (EntityModel model : of(models, database).toList()) {
			if (isOpen(connection, model)) {
				problems.add(open(model));
			}
		}
		return problems;
	}

	private static Problem bypassed(String database, String role, boolean superuser) {
		return Problem.error(ID, "database " + database,
				"Policies that keep tenants apart do not hold for '%s', the role of database '%s': it is %s."
					.formatted(role, database, superuser ? "a superuser" : "one with BYPASSRLS"),
				"let the application log in as a role of its own, or leave policies out by @TenantId(rowLevelSecurity = false)");
	}

	/** A table that is not there is told of elsewhere. */
	private static boolean isOpen(Connection connection, EntityModel model) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
			statement.setString(1, model.table().name());
			statement.setString(2, model.table().schema());
			try (ResultSet guarded = statement.executeQuery()) {
				return guarded.next() && !guarded.getBoolean(1);
			}
		}
	}

	private static Problem open(EntityModel model) {
		return Problem.error(ID, model.name(),
				"The table of %s has no row level security: statements by hand see the rows of all tenants."
					.formatted(model),
				"apply the pending migrations");
	}

}
