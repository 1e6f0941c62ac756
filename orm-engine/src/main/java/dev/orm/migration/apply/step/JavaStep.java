package dev.orm.migration.apply.step;

import java.sql.Connection;
import java.util.Arrays;
import java.util.Optional;

import dev.orm.migration.problem.MigrationException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The code of a migration that is written in Java, as its way back needs it. Used by the
 * thread of the migration.
 */
public final class JavaStep {

	private final DataMigration code;

	private JavaStep(DataMigration code) {
		this.code = code;
	}

	/**
	 * Find the code of a migration: a bean, or a class Flyway found by its name.
	 * @param configuration knows the beans, and what loads classes
	 * @param migration the migration
	 * @return its code; empty if it is written in SQL
	 * @throws MigrationException if the class cannot be made
	 */
	public static Optional<JavaStep> find(Configuration configuration, MigrationInfo migration) {
		if (migration.getScript().endsWith(".sql")) {
			return Optional.empty();
		}
		Optional<DataMigration> bean = Arrays.stream(configuration.getJavaMigrations())
			.filter((candidate) -> candidate.getClass().getName().equals(migration.getScript()))
			.filter(DataMigration.class::isInstance)
			.map(DataMigration.class::cast)
			.findFirst();
		return (bean.isPresent() ? bean : load(configuration.getClassLoader(), migration.getScript()))
			.map(JavaStep::new);
	}

	/**
	 * Refuse a migration that has no way back.
	 * @throws MigrationException if it has none
	 */
	public void requireBackward() {
		this.code.requireBackward();
	}

	/**
	 * Return whether it commits by itself, and runs in no transaction of Flyway's.
	 * @return true if it does
	 */
	public boolean runsApart() {
		return !this.code.canExecuteInTransaction();
	}

	/**
	 * Take it back.
	 * @param configuration knows the journal
	 * @param connection where it ran
	 */
	public void takeBack(Configuration configuration, Connection connection) {
		this.code.takeBack(configuration, connection);
	}

	private static Optional<DataMigration> load(ClassLoader loader, String name) {
		try {
			Class<?> type = Class.forName(name, true, loader);
			return DataMigration.class.isAssignableFrom(type)
					? Optional.of((DataMigration) type.getDeclaredConstructor().newInstance()) : Optional.empty();
		}
		catch (ClassNotFoundException ex) {
			return Optional.empty();
		}
		catch (ReflectiveOperationException ex) {
			throw new MigrationException(name.substring(name.lastIndexOf('.') + 1),
					"%s cannot be made: it needs a constructor without parameters".formatted(name), ex);
		}
	}

}
