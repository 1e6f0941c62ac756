package dev.orm.benchmark.startup;

import java.util.function.Supplier;

import dev.orm.journal.Journal;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.model.ModelSchema;
import dev.orm.schema.Schema;
import dev.orm.type.TypeRegistry;
import org.flywaydb.core.Flyway;

/** Runs what an application does with its migrations, and says how long each took. */
public final class MigrationProbe {

	private MigrationProbe() {
	}

	/**
	 * Measure each part once.
	 * @param arguments the database, and the folder of migrations
	 */
	public static void main(String[] arguments) {
		ModelRegistry models = ModelRegistry.link(ModelIndex.load(MigrationProbe.class.getClassLoader()),
				TypeRegistry.standard());
		Flyway flyway = Flyway.configure()
			.dataSource(arguments[0], null, null)
			.schemas("migrations")
			.locations("filesystem:" + arguments[1] + "/migration")
			.load();
		Migrator migrator = new Migrator(flyway, LockTimeout.STANDARD);
		migrator.migrate();
		timed("Flyway's own run with nothing to do", flyway::migrate);
		boolean stamped = timed("start-up check: the build's stamp", () -> migrator.agreesByStamp(models));
		Journal journal = timed("without a stamp: read the journal", migrator::journal);
		Schema schema = timed("without a stamp: models to schema", () -> ModelSchema.of(models));
		boolean same = timed("without a stamp: compare", () -> journal.target().equals(schema));
		boolean none = timed("`drift`", () -> migrator.drift().isEmpty());
		if (!stamped || !same || !none) {
			throw new IllegalStateException(
					"Models, journal and database differ: " + stamped + ", " + same + ", " + none);
		}
	}

	private static <T> T timed(String what, Supplier<T> work) {
		long start = System.nanoTime();
		T answer = work.get();
		System.out.println(what + "\t" + (System.nanoTime() - start) / 1_000_000);
		return answer;
	}

}
