package dev.orm.boot.test;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.Version;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.Migrator;
import org.assertj.core.api.AssertProvider;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/**
 * The migrations of an application on a database of a test. For
 * {@code assertThat(migrations)}. Used by one thread.
 *
 * @since 0.1.0
 */
public final class Migrations implements AssertProvider<MigrationsAssert>, AutoCloseable {

	private final String database;

	private final List<String> locations;

	private final String name;

	private final DataSource dataSource;

	private final Migrator migrator;

	Migrations(String database, List<String> locations) {
		this.database = database;
		this.locations = List.copyOf(locations);
		this.name = EmbeddedServer.get().name();
		EmbeddedServer.get().create(this.name);
		this.dataSource = new SimpleDriverDataSource(new org.postgresql.Driver(), EmbeddedServer.get().url(this.name));
		Migrator own = new Migrator(Flyway.configure(Thread.currentThread().getContextClassLoader())
			.dataSource(this.dataSource)
			.locations(this.locations.toArray(String[]::new))
			.load(), LockTimeout.STANDARD);
		this.migrator = database.equals("default") ? own.withLibraries() : own;
	}

	/** The same migrations on another empty database. */
	Migrations elsewhere() {
		return new Migrations(this.database, this.locations);
	}

	/**
	 * Bring the database to a version, forward or back.
	 * @param target the version, the name or the title of a migration; {@code zero} for
	 * before all, {@code latest} for the newest
	 * @return this
	 * @throws IllegalArgumentException if there is no such migration
	 * @throws dev.orm.migration.problem.MigrationException if one fails, or cannot be
	 * taken back
	 */
	public Migrations to(String target) {
		Version version = version(target);
		if (version.compareTo(this.migrator.version()) < 0) {
			this.migrator.rollBack(version);
		}
		else {
			this.migrator.migrate(version);
		}
		return this;
	}

	private Version version(String target) {
		List<MigrationStatus> all = this.migrator.status();
		if (target.equals("zero") || all.isEmpty()) {
			return Version.ZERO;
		}
		if (target.equals("latest")) {
			return new Version(all.get(all.size() - 1).version());
		}
		return all.stream()
			.filter((status) -> isCalled(status, target))
			.map((status) -> new Version(status.version()))
			.findFirst()
			.orElseThrow(
					() -> new IllegalArgumentException("%s is no migration.%s".formatted(target,
							UnknownName
								.of("", target,
										Stream
											.concat(all.stream().map(MigrationStatus::title),
													Stream.of("zero", "latest"))
											.toList())
								.words())));
	}

	private static boolean isCalled(MigrationStatus status, String text) {
		String plain = text.startsWith("V") ? text.substring(1) : text;
		boolean number = plain.matches("\\d+([._]\\d+)*");
		return status.title().equals(text) || status.title().endsWith("__" + text)
				|| (number && new Version(plain).isSame(new Version(status.version())));
	}

	/**
	 * Return the version of the database.
	 * @return the newest version that ran; {@code 0} for none
	 */
	public String version() {
		return this.migrator.version().text();
	}

	/**
	 * Return what runs the migrations.
	 * @return the migrator of this database
	 */
	public Migrator migrator() {
		return this.migrator;
	}

	String database() {
		return this.database;
	}

	DataSource dataSource() {
		return this.dataSource;
	}

	@Override
	public MigrationsAssert assertThat() {
		return new MigrationsAssert(this);
	}

	@Override
	public String toString() {
		return "migrations " + this.locations;
	}

	/** Drop the database. */
	@Override
	public void close() {
		EmbeddedServer.get().drop(this.name);
	}

}
