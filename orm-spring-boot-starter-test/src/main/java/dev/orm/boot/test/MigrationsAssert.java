package dev.orm.boot.test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.journal.Journal;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.trial.ForwardAndBack;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.ModelSchema;
import dev.orm.migration.model.OfflineModels;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on all migrations of an application. Each tries them on an empty database of
 * its own; that of the test stays as it is.
 *
 * @since 0.1.0
 */
public final class MigrationsAssert extends AbstractAssert<MigrationsAssert, Migrations> {

	/** By table. */
	private final Map<String, String> rows = new HashMap<>();

	MigrationsAssert(Migrations actual) {
		super(actual, MigrationsAssert.class);
	}

	/**
	 * Assert that the migrations make the tables the models ask for, and that journal,
	 * models and database say the same.
	 * @return this
	 */
	public MigrationsAssert matchModels() {
		isNotNull();
		Journal journal = this.actual.migrator().journal();
		ModelRegistry registry = OfflineModels.load(Thread.currentThread().getContextClassLoader());
		Schema models = ModelSchema.of(registry, this.actual.database());
		List<Change> changes = ColumnPlaces
			.naming(registry, () -> SchemaDiff.of(journal.target(), models, journal.adopted()))
			.changes();
		if (!changes.isEmpty()) {
			failWithMessage("models and journal differ:%n%s%nhint: run makemigrations", lines(changes));
		}
		try (Migrations fresh = this.actual.elsewhere().to("latest")) {
			Difference drift = fresh.migrator().drift(journal.head());
			if (!drift.isEmpty()) {
				failWithMessage("the migrations make other tables than the journal says:%n%s", lines(drift.changes()));
			}
		}
		return this;
	}

	private static String lines(List<Change> changes) {
		return String.join("\n",
				changes.stream().map((change) -> change.describe().indent(2).stripTrailing()).toList());
	}

	/**
	 * Assert that each migration can be taken back, leaves what was there before, and
	 * runs again.
	 * @return this
	 */
	public MigrationsAssert rollBackCleanly() {
		isNotNull();
		try (Migrations fresh = this.actual.elsewhere()) {
			ForwardAndBack trial = new ForwardAndBack(fresh.migrator(), this.actual.migrator().journal());
			trial.run();
			if (!trial.problems().isEmpty() || !trial.irreversible().isEmpty()) {
				failWithMessage("the migrations do not roll back cleanly:%n%s%n%s", String.join("\n", trial.problems()),
						String.join("\n", trial.irreversible()));
			}
		}
		return this;
	}

	/**
	 * Say which row {@link #keepRows()} begins with in a table, where the checks of the
	 * table refuse what it would make up.
	 * @param table the table
	 * @param insert one INSERT
	 * @return this
	 */
	public MigrationsAssert withRow(String table, String insert) {
		this.rows.put(table, insert);
		return this;
	}

	/**
	 * Assert that a row in each table survives all migrations, forward and back: columns
	 * that stay keep their values, those that change their type keep having one. Rows are
	 * made up, with values that checks ask for.
	 * @return this
	 */
	public MigrationsAssert keepRows() {
		isNotNull();
		try (Migrations fresh = this.actual.elsewhere()) {
			List<String> problems = new KeptRows(fresh, this.rows).problems();
			if (!problems.isEmpty()) {
				failWithMessage("rows do not survive the migrations:%n%s", String.join("\n", problems));
			}
		}
		return this;
	}

}
