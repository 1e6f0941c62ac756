package dev.orm.boot.migration;

import java.util.List;
import java.util.Optional;

import dev.orm.error.OrmException;
import dev.orm.migration.apply.Migrator;
import dev.orm.schema.Schema;
import dev.orm.validate.ConstraintColumns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Knows the columns of constraints by the journals of the application's databases, which
 * are read once somebody asks. Thread-safe.
 */
final class JournalColumns implements ConstraintColumns {

	private static final Logger logger = LoggerFactory.getLogger(JournalColumns.class);

	private final ObjectProvider<DatabaseMigrations> migrations;

	private volatile Optional<List<Schema>> schemas = Optional.empty();

	JournalColumns(ObjectProvider<DatabaseMigrations> migrations) {
		this.migrations = migrations;
	}

	@Override
	public List<String> of(String table, String constraint) {
		return schemas().stream()
			.map((schema) -> schema.columns(table, constraint))
			.filter((columns) -> !columns.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	private List<Schema> schemas() {
		Optional<List<Schema>> known = this.schemas;
		if (known.isEmpty()) {
			known = Optional.of(read());
			this.schemas = known;
		}
		return known.get();
	}

	/** What cannot be read must not hide what a row broke. */
	private List<Schema> read() {
		DatabaseMigrations databases = this.migrations.getIfAvailable();
		if (databases == null) {
			return List.of();
		}
		try {
			return databases.all().values().stream().map(Migrator::journal).map((journal) -> journal.head()).toList();
		}
		catch (OrmException ex) {
			logger.debug("The columns of constraints are not known, as a journal cannot be read", ex);
			return List.of();
		}
	}

}
