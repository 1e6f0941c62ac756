package dev.orm.boot.migration;

import java.util.List;
import java.util.stream.Collectors;

import dev.orm.Orm;
import dev.orm.boot.migration.OrmMigrationProperties.ModelCheck;
import dev.orm.error.OrmException;
import dev.orm.journal.Journal;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.detect.SchemaDiff;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.migration.model.ModelSchema;
import dev.orm.schema.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Compares models and journal once the application is put together, unless the build did
 * so already; beside it, where only a warning may come of it.
 */
final class ModelJournalCheck implements SmartInitializingSingleton {

	private static final Logger LOGGER = LoggerFactory.getLogger(ModelJournalCheck.class);

	private static final int SHOWN = 10;

	private final Orm orm;

	private final Migrator migrator;

	private final ModelCheck check;

	ModelJournalCheck(Orm orm, Migrator migrator, ModelCheck check) {
		this.orm = orm;
		this.migrator = migrator;
		this.check = check;
	}

	/** A warning is nothing the start should wait for. */
	@Override
	public void afterSingletonsInstantiated() {
		if (this.check == ModelCheck.FAIL) {
			compare();
		}
		else if (this.check == ModelCheck.WARN) {
			Thread thread = new Thread(this::warn, "orm-model-check");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void warn() {
		try {
			compare();
		}
		catch (OrmException ex) {
			LOGGER.error("models and journal cannot be compared", ex);
		}
	}

	/** Compare models and journal, if there is one. */
	void compare() {
		if (this.migrator.agreesByStamp(this.orm.models())) {
			LOGGER.debug("models and journal are what the build has compared");
			return;
		}
		if (!this.migrator.hasJournal()) {
			tellOfNone();
			return;
		}
		Journal journal = this.migrator.journal();
		ModelRegistry models = this.orm.models();
		List<Change> changes = ColumnPlaces
			.naming(models, () -> SchemaDiff.of(journal.target(), ModelSchema.of(models), journal.adopted()))
			.changes();
		if (!changes.isEmpty()) {
			differ(changes);
		}
	}

	/** Whoever begins thinks that models make their tables. */
	private void tellOfNone() {
		if (!this.orm.models().models().isEmpty() && this.migrator.status().isEmpty()
				&& this.migrator.baseline().isEmpty()) {
			LOGGER.warn("""
					there are models, and no migration makes their tables
					  run ./mvnw orm:makemigrations, or let another tool make them""");
		}
	}

	private void differ(List<Change> changes) {
		String message = "models and journal differ:\n"
				+ changes.stream()
					.limit(SHOWN)
					.map((change) -> change.describe().indent(2).stripTrailing())
					.collect(Collectors.joining("\n"))
				+ ((changes.size() > SHOWN) ? "\n  and %d more".formatted(changes.size() - SHOWN) : "");
		if (this.check == ModelCheck.FAIL) {
			throw new ModelsDifferException(message, changes);
		}
		LOGGER.warn("{}\n  run ./mvnw orm:makemigrations", message);
	}

}
