package dev.orm.migration.detect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.orm.error.detail.UnknownName;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;
import dev.orm.schema.TablePath;

/**
 * What options say of tables and columns. What is renamed or dropped is there: a slip of
 * the pen is no answer. A column of a table that is renamed may be named by either name
 * of it. Used by one thread.
 */
public final class SaidChanges {

	private final Schema after;

	/** Those of the schema before, under the names of tables that are known by now. */
	private final Map<ObjectId, ObjectId> known = new HashMap<>();

	private final boolean ofAll;

	private final Map<ObjectId, ObjectId> renames = new HashMap<>();

	private final Map<ObjectId, String> fills = new HashMap<>();

	private final Set<ObjectId> drops = new HashSet<>();

	/**
	 * Read options.
	 * @param renames as in {@code table.column:new} or {@code table:new}
	 * @param fills as in {@code table.column=expression}
	 * @param drops as in {@code table.column}
	 * @param before the schema that is
	 * @param after the schema that should be
	 * @param ofAll whether the options are said to several databases, of which each knows
	 * its own tables
	 * @throws UnknownChangeException if an option names what is not there
	 */
	public SaidChanges(List<String> renames, List<String> fills, List<String> drops, Schema before, Schema after,
			boolean ofAll) {
		this.after = after;
		this.ofAll = ofAll;
		before.objects()
			.stream()
			.filter((object) -> object instanceof Table || object instanceof Column)
			.forEach((object) -> this.known.put(object.id(), object.id()));
		renames.stream().filter(this::isOfTable).forEach(this::rename);
		Map<String, String> tables = new HashMap<>();
		this.renames.forEach((fresh, old) -> tables.put(old.name(), fresh.name()));
		List<String> columns = renames.stream().filter((text) -> !isOfTable(text)).toList();
		moved(tables);
		columns.forEach(this::rename);
		fills.forEach(this::fill);
		drops.forEach((text) -> find(text, this.known.keySet(), "drop").ifPresent(this.drops::add));
	}

	/**
	 * Take note that tables have other names now.
	 * @param names the new ones by the old
	 */
	public void moved(Map<String, String> names) {
		UnaryOperator<ObjectId> now = (id) -> names.containsKey(id.table())
				? ObjectId.column(names.get(id.table()), id.name()) : id;
		Map<ObjectId, ObjectId> ids = Map.copyOf(this.known);
		this.known.replaceAll((name, id) -> now.apply(id));
		ids.forEach((name, id) -> this.known.put(now.apply(id), now.apply(id)));
		Map<ObjectId, ObjectId> renamed = new HashMap<>();
		this.renames.forEach((fresh, old) -> renamed.put(now.apply(fresh), now.apply(old)));
		this.renames.clear();
		this.renames.putAll(renamed);
		Map<ObjectId, String> filled = new HashMap<>();
		this.fills.forEach((column, value) -> filled.put(now.apply(column), value));
		this.fills.clear();
		this.fills.putAll(filled);
		List<ObjectId> dropped = this.drops.stream().map(now).toList();
		this.drops.clear();
		this.drops.addAll(dropped);
	}

	private boolean isOfTable(String text) {
		return cuts(text, ':').anyMatch(
				(at) -> named(text.substring(0, at), this.known.keySet()).filter((id) -> id.kind() == ObjectKind.TABLE)
					.isPresent());
	}

	private void rename(String text) {
		int at = cut(text, ':', this.known.keySet(), "rename", "table.column:new_name or table:new_name");
		Optional<ObjectId> found = find(text.substring(0, at), this.known.keySet(), "rename");
		if (found.isEmpty()) {
			return;
		}
		ObjectId from = found.get();
		String name = text.substring(at + 1);
		ObjectId to = to(from, name).orElseThrow(() -> unknown(name, "rename", names(from)));
		this.renames.put(to, from);
	}

	/** What the models have under a new name. */
	private Optional<ObjectId> to(ObjectId from, String name) {
		if (from.kind() == ObjectKind.TABLE) {
			return named(name, this.after.all(Table.class).stream().map(Table::id).toList());
		}
		return this.after.columns(from.table())
			.stream()
			.map(Column::id)
			.filter((id) -> id.name().equals(name) || id.path().endsWith("." + name))
			.findFirst();
	}

	private List<String> names(ObjectId from) {
		return (from.kind() == ObjectKind.TABLE) ? this.after.all(Table.class).stream().map(SaidChanges::plain).toList()
				: this.after.columns(from.table()).stream().map(Column::name).toList();
	}

	private void fill(String text) {
		Set<ObjectId> columns = new HashSet<>(this.known.keySet());
		this.after.all(Column.class).forEach((column) -> columns.add(column.id()));
		int at = cut(text, '=', columns, "fill", "table.column=expression");
		if (text.substring(at + 1).isBlank()) {
			throw form("fill", text, "table.column=expression");
		}
		// where a value is needed somebody is asked for it, so one that is not needed
		// harms nobody
		named(text.substring(0, at), columns).map((id) -> this.known.getOrDefault(id, id))
			.or(() -> ofRenamed(text.substring(0, at)))
			.ifPresent((id) -> this.fills.put(id, text.substring(at + 1)));
	}

	/** Where a text is cut: after what is there, else at the first sign. */
	private static int cut(String text, char sign, Set<ObjectId> ids, String option, String form) {
		return cuts(text, sign).filter((at) -> named(text.substring(0, at), ids).isPresent())
			.findFirst()
			.orElseGet(() -> cuts(text, sign).findFirst().orElseThrow(() -> form(option, text, form)));
	}

	private static Stream<Integer> cuts(String text, char sign) {
		return IntStream.range(0, text.length()).filter((at) -> text.charAt(at) == sign).boxed();
	}

	private static UnknownChangeException form(String option, String text, String form) {
		return new UnknownChangeException(option, "'%s' is not of the form %s".formatted(text, form));
	}

	private Optional<ObjectId> find(String text, Set<ObjectId> ids, String option) {
		Optional<ObjectId> found = named(text, ids).map((id) -> this.known.getOrDefault(id, id))
			.or(() -> ofRenamed(text));
		if (found.isEmpty() && !this.ofAll) {
			throw unknown(text, option, ids.stream().map(SaidChanges::plain).sorted().toList());
		}
		return found;
	}

	/** A column of a table whose old name is still to be asked for. */
	private Optional<ObjectId> ofRenamed(String text) {
		return this.after.all(Table.class)
			.stream()
			.filter((table) -> !this.known.containsKey(table.id()) && text.startsWith(plain(table) + "."))
			.map((table) -> ObjectId.column(table.name(), text.substring(plain(table).length() + 1)))
			.findFirst();
	}

	private static UnknownChangeException unknown(String text, String option, List<String> choices) {
		return new UnknownChangeException(option, UnknownName.of("", text, choices));
	}

	/** What people call by a text, as the journal writes it or without quotes. */
	private static Optional<ObjectId> named(String text, Iterable<ObjectId> ids) {
		for (ObjectId id : ids) {
			if (plain(id).equals(text) || id.path().equals(text)) {
				return Optional.of(id);
			}
		}
		return Optional.empty();
	}

	private static String plain(Table table) {
		return plain(table.id());
	}

	private static String plain(ObjectId id) {
		List<String> parts = new ArrayList<>(
				TablePath.of((id.kind() == ObjectKind.TABLE) ? id.name() : id.table()).parts());
		if (id.kind() == ObjectKind.COLUMN) {
			parts.add(id.name());
		}
		return String.join(".", parts);
	}

	/**
	 * Return what an object was called.
	 * @param now the object
	 * @return what it was; empty if nobody said so
	 */
	public Optional<ObjectId> renamed(ObjectId now) {
		return Optional.ofNullable(this.renames.get(now));
	}

	/**
	 * Return whether it is said what became of an object.
	 * @param gone the object
	 * @return true if it has another name, or is dropped
	 */
	public boolean isSettled(ObjectId gone) {
		return this.drops.contains(gone) || this.renames.containsValue(gone);
	}

	/**
	 * Return what rows get.
	 * @return expressions by column
	 */
	public Map<ObjectId, String> fills() {
		return Collections.unmodifiableMap(this.fills);
	}

	/**
	 * Return whether an object was there before.
	 * @param id the object
	 * @return true if it was
	 */
	public boolean isKnown(ObjectId id) {
		return this.known.containsKey(id);
	}

}
