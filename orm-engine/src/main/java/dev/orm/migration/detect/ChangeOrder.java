package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Raw;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;

/**
 * Sorts changes so that each can be made when its turn comes. New tables follow those
 * they point to, then their names; foreign keys come last, so that circles need no
 * thought.
 */
final class ChangeOrder {

	private static final List<ObjectKind> KINDS = List.of(ObjectKind.values());

	private final Map<String, Integer> tables;

	private final Map<ObjectId, Integer> places = new HashMap<>();

	private final Set<String> created = new TreeSet<>();

	/** What goes and comes again under the same name. */
	private final Set<ObjectId> exchanged = new HashSet<>();

	ChangeOrder(Schema before, Schema after) {
		Set<SchemaObject> all = new LinkedHashSet<>(after.objects());
		all.addAll(before.objects());
		this.tables = tables(all);
		all.forEach((object) -> this.places.putIfAbsent(object.id(), this.places.size()));
		after.all(Table.class)
			.stream()
			.filter((table) -> !before.has(table.id()))
			.forEach((table) -> this.created.add(table.name()));
	}

	/** The places of tables: after those they point to, then by name. */
	private static Map<String, Integer> tables(Set<SchemaObject> objects) {
		Map<String, Set<String>> targets = new TreeMap<>();
		for (SchemaObject object : objects) {
			if (object instanceof Table table) {
				targets.computeIfAbsent(table.name(), (name) -> new TreeSet<>());
			}
			else if (object instanceof ForeignKey key) {
				targets.computeIfAbsent(key.table(), (name) -> new TreeSet<>()).add(key.target());
			}
		}
		Map<String, Integer> places = new HashMap<>();
		targets.keySet().forEach((table) -> visit(table, targets, new TreeSet<>(), places));
		return places;
	}

	private static void visit(String table, Map<String, Set<String>> targets, Set<String> open,
			Map<String, Integer> places) {
		if (places.containsKey(table) || !open.add(table)) {
			return;
		}
		targets.getOrDefault(table, Set.of()).forEach((target) -> visit(target, targets, open, places));
		places.putIfAbsent(table, places.size());
	}

	List<Change> sort(List<Change> changes) {
		Set<ObjectId> removed = new HashSet<>();
		changes.stream().filter(Change.Remove.class::isInstance).forEach((change) -> removed.add(change.id()));
		changes.stream()
			.filter((change) -> change instanceof Change.Add && removed.contains(change.id()))
			.forEach((change) -> this.exchanged.add(change.id()));
		List<Change> sorted = new ArrayList<>(changes);
		sorted.sort(
				Comparator.comparingInt(this::stage).thenComparingInt(this::tablePlace).thenComparingInt(this::within));
		return sorted;
	}

	private int stage(Change change) {
		ObjectKind kind = change.id().kind();
		if (change instanceof Change.Remove removed) {
			return switch (kind) {
				case POLICY, HISTORY -> 1;
				case RAW -> (isFirst(removed.object()) && !this.exchanged.contains(change.id())) ? 19 : 1;
				case FOREIGN_KEY -> 2;
				case INDEX -> 3;
				case DISTRIBUTION -> 3;
				case KEY, UNIQUE, CHECK, EXCLUSION -> 4;
				case COLUMN, TABLE -> 6;
				case EXTENSION, COLLATION -> 20;
				case SCHEMA -> 21;
			};
		}
		if (change instanceof Change.Add added) {
			boolean withTable = this.created.contains(tableOf(change)) && kind != ObjectKind.EXCLUSION;
			return switch (kind) {
				case SCHEMA, EXTENSION, COLLATION -> 0;
				case TABLE -> 7;
				case COLUMN -> withTable ? 7 : isComputed(added.object()) ? 11 : 8;
				case KEY, UNIQUE, CHECK -> withTable ? 7 : 12;
				case EXCLUSION -> 12;
				case DISTRIBUTION -> 13;
				case INDEX -> 14;
				case FOREIGN_KEY -> 15;
				case POLICY, HISTORY -> 16;
				case RAW -> isFirst(added.object()) ? 1 : 16;
			};
		}
		return (change instanceof Change.Replace replaced && isComputed(replaced.after())) ? 10 : 9;
	}

	private static boolean isFirst(SchemaObject object) {
		return object instanceof Raw raw && raw.comesFirst();
	}

	private static boolean isComputed(SchemaObject object) {
		return object instanceof Column column && column.generated() != null;
	}

	private static String tableOf(Change change) {
		return (change.id().kind() == ObjectKind.TABLE) ? change.id().name() : change.id().table();
	}

	/** Tables are dropped before those they point to. */
	private int tablePlace(Change change) {
		int place = this.tables.getOrDefault(tableOf(change), 0);
		return (change instanceof Change.Remove) ? -place : place;
	}

	private int within(Change change) {
		int kind = KINDS.indexOf(change.id().kind());
		int place = this.places.getOrDefault(change.id(), 0);
		if (change instanceof Change.Remove removed) {
			if (change.id().kind() == ObjectKind.RAW) {
				// what is declared later may be built on what comes before
				return -kind * 1_000_000 - place;
			}
			int computedFirst = isComputed(removed.object()) ? 0 : 1;
			return -kind * 1_000_000 + computedFirst * 500_000 + place;
		}
		return kind * 1_000_000 + place;
	}

}
