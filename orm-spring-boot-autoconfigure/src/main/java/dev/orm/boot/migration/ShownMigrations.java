package dev.orm.boot.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.boot.actuate.MigrationDescriptors;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.work.Inspection;

/** Describes the histories of all databases. Thread-safe. */
final class ShownMigrations implements MigrationDescriptors {

	private final DatabaseMigrations migrations;

	ShownMigrations(DatabaseMigrations migrations) {
		this.migrations = migrations;
	}

	@Override
	public Map<String, MigrationDescriptor> all() {
		Map<String, MigrationDescriptor> all = new LinkedHashMap<>();
		this.migrations.all().forEach((alias, migrator) -> all.put(alias, Inspection.of(() -> describe(migrator))));
		return all;
	}

	private static MigrationDescriptor describe(Migrator migrator) {
		List<MigrationStatus> all = migrator.status();
		return new MigrationDescriptor(migrator.version().text(), titles(all, State.PENDING), titles(all, State.FAILED),
				titles(all, State.LATE), migrator.hasJournal() ? migrator.journal().version().text() : null);
	}

	private static List<String> titles(List<MigrationStatus> all, State state) {
		return all.stream().filter((status) -> status.state() == state).map(MigrationStatus::title).toList();
	}

}
