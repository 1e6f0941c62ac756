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
	 * @param packageName the package of their classes
	 * @param titles as in {@code V0008__Backfill_slugs}; their classes are on the class
	 * path
	 * @return the migrations
	 * @throws MigrationException if a class is not there, or cannot be made
	 */
	public static JavaStepClasses of(String packageName, List<String> titles) {
		return new JavaStepClasses(titles.stream().map((title) -> step(packageName, title)).toList());
	}

	private static JavaMigration step(String packageName, String title) {
		String name = packageName + "." + title;
		try {
			Class<?> type = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
			return (JavaMigration) type.getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException | ClassCastException ex) {
			throw new MigrationException(title, "The class %s cannot be made: %s".formatted(name, ex), ex);
		}
	}

}
