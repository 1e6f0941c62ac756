package dev.orm.migration.apply.trial;

import java.util.List;

import dev.orm.migration.problem.MigrationException;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Migrations in Java by the names of their classes in {@code db.migration}. Immutable.
 *
 * @param steps the migrations
 */
public record JavaStepClasses(List<JavaMigration> steps) {

	public JavaStepClasses {
		steps = List.copyOf(steps);
	}

	/**
	 * Make migrations.
	 * @param titles as in {@code V0008__Backfill_slugs}; their classes are on the class
	 * path
	 * @return the migrations
	 * @throws MigrationException if a class is not there, or cannot be made
	 */
	public static JavaStepClasses of(List<String> titles) {
		return new JavaStepClasses(titles.stream().map(JavaStepClasses::step).toList());
	}

	private static JavaMigration step(String title) {
		try {
			Class<?> type = Class.forName("db.migration." + title, true,
					Thread.currentThread().getContextClassLoader());
			return (JavaMigration) type.getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException | ClassCastException ex) {
			throw new MigrationException(title, "The class db.migration.%s cannot be made: %s".formatted(title, ex),
					ex);
		}
	}

}
