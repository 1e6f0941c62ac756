package dev.orm.migration.apply.trial;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.journal.Journal;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.problem.MigrationException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * An empty database on a server of one's own, in which migrations are tried. Closing it
 * drops it. Used by one thread.
 */
public final class ScratchDatabase implements AutoCloseable {

	private static final Pattern URL = Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^?]*)(.*)");

	private final String server;

	private final String name;

	private final String url;

	private boolean begun;

	private ScratchDatabase(String server, String name, String url) {
		this.server = server;
		this.name = name;
		this.url = url;
	}

	/**
	 * Make a database.
	 * @param url a database of the server, such as
	 * {@code jdbc:postgresql://localhost/postgres?user=me}; its role may create databases
	 * @return the new one
	 * @throws MigrationException if it cannot be made
	 */
	public static ScratchDatabase create(String url) {
		Matcher parts = URL.matcher(url);
		if (!parts.matches()) {
			throw new MigrationException("",
					"'%s' is no URL of a PostgreSQL database: jdbc:postgresql://host/database".formatted(url), null);
		}
		String name = "orm_scratch_" + UUID.randomUUID().toString().replace("-", "");
		execute(url, "CREATE DATABASE " + name);
		return new ScratchDatabase(url, name, parts.group(1) + name + parts.group(3));
	}

	private static void execute(String url, String sql) {
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new MigrationException("", "The scratch database is out of reach: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Make the tables of others that foreign keys lead to, as far as the keys ask for
	 * them and nobody has made them.
	 * @param journal has the keys
	 */
	public void standIn(Journal journal) {
		try (Connection connection = DriverManager.getConnection(this.url)) {
			this.begun |= StandIns.of(journal).make(connection);
		}
		catch (SQLException ex) {
			throw new MigrationException("", "Tables of others cannot be made: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Return a migrator of the files in a folder.
	 * @param migrations the folder Flyway looks into
	 * @param steps the migrations in Java
	 * @param baselines whether baselines run instead of what they sum up
	 * @return the migrator
	 */
	public Migrator migrator(Path migrations, JavaStepClasses steps, boolean baselines) {
		return migrator(migrations, steps, baselines, new Callback[0]);
	}

	Migrator migrator(Path migrations, JavaStepClasses steps, boolean baselines, Callback... callbacks) {
		return new Migrator(Flyway.configure()
			.dataSource(this.url, null, null)
			.locations("filesystem:" + migrations.toAbsolutePath())
			.javaMigrations(steps.steps().toArray(JavaMigration[]::new))
			.configuration(Map.of("flyway.baselineMigrationPrefix", baselines ? "B" : "NoBaseline"))
			.callbacks(callbacks)
			// what stands in for tables of others is there before the first migration
			.baselineOnMigrate(this.begun)
			.baselineVersion("0")
			.load(), LockTimeout.STANDARD);
	}

	@Override
	public void close() {
		execute(this.server, "DROP DATABASE IF EXISTS " + this.name + " WITH (FORCE)");
	}

}
