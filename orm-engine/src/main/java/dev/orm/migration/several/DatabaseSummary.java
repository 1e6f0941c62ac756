package dev.orm.migration.several;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.Migrator;

/** Says on one line where a database is, or where its tenants are. */
final class DatabaseSummary {

	/** How many schemas that are behind are named. */
	private static final int NAMED = 5;

	private DatabaseSummary() {
	}

	static String of(Migrator migrator) {
		List<String> pending = migrator.status()
			.stream()
			.filter((status) -> status.state() == State.PENDING)
			.map(MigrationStatus::title)
			.toList();
		return "%s  %d pending%s".formatted(shown(migrator.version()), pending.size(),
				pending.isEmpty() ? "" : " (" + String.join(", ", pending) + ")");
	}

	/** Say at which versions schemas are; those that are not at the newest by name. */
	static String of(Migrator migrator, List<String> schemas) {
		Map<Version, List<String>> byVersion = new TreeMap<>((left, right) -> right.compareTo(left));
		for (String schema : schemas) {
			byVersion.computeIfAbsent(migrator.inSchema(schema).version(), (version) -> new ArrayList<>()).add(schema);
		}
		Version newest = byVersion.keySet().iterator().next();
		return "%d schema%s: ".formatted(schemas.size(), (schemas.size() == 1) ? "" : "s") + byVersion.entrySet()
			.stream()
			.map((entry) -> entry.getValue().size() + " at " + shown(entry.getKey())
					+ (entry.getKey().equals(newest) ? "" : " (" + named(entry.getValue()) + ")"))
			.collect(Collectors.joining(", "));
	}

	private static String named(List<String> schemas) {
		return schemas.stream().limit(NAMED).collect(Collectors.joining(", "))
				+ ((schemas.size() > NAMED) ? " and %d more".formatted(schemas.size() - NAMED) : "");
	}

	private static String shown(Version version) {
		return version.isSame(Version.ZERO) ? "before all migrations" : "V" + version;
	}

}
