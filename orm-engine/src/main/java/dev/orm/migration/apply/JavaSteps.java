package dev.orm.migration.apply;

import java.util.Arrays;
import java.util.Optional;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.Configuration;

/** Finds the code of migrations that are written in Java. */
final class JavaSteps {

	private JavaSteps() {
	}

	/** Return the code of a migration: a bean, or a class Flyway found by its name. */
	static Optional<DataMigration> find(Configuration configuration, MigrationInfo migration) {
		if (migration.getScript().endsWith(".sql")) {
			return Optional.empty();
		}
		Optional<DataMigration> bean = Arrays.stream(configuration.getJavaMigrations())
			.filter((candidate) -> candidate.getClass().getName().equals(migration.getScript()))
			.filter(DataMigration.class::isInstance)
			.map(DataMigration.class::cast)
			.findFirst();
		return bean.isPresent() ? bean : load(configuration.getClassLoader(), migration.getScript());
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
			throw new MigrationException(name,
					"%s cannot be made: it needs a constructor without parameters".formatted(name), ex);
		}
	}

}
