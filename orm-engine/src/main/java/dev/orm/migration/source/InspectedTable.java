package dev.orm.migration.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.orm.schema.Column;
import dev.orm.schema.Deferral;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.History;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;
import dev.orm.schema.Unique;

/**
 * A table with all that is part of it. Immutable.
 *
 * @param table the table
 * @param parts its columns, constraints and indexes
 * @param view whether it is none, but looks like one
 * @param tenant the column that says whose a row is, and on which server it lies; empty
 * if none does
 */
record InspectedTable(Table table, List<SchemaObject> parts, boolean view, String tenant) {

	/** The tables and views of a schema, by name. */
	static Map<String, InspectedTable> of(Schema schema, Set<String> views) {
		Map<String, InspectedTable> tables = new TreeMap<>();
		Set<String> histories = schema.all(History.class).stream().map(History::rows).collect(Collectors.toSet());
		SpreadKeys spread = SpreadKeys.of(schema);
		schema.all(Table.class)
			.stream()
			.filter((table) -> !histories.contains(table.name()))
			.forEach((table) -> tables.put(table.name(), new InspectedTable(table, new ArrayList<>(),
					views.contains(table.name()), spread.tenant(table.name()))));
		for (SchemaObject object : schema.objects()) {
			InspectedTable table = tables.get(object.id().table());
			if (table != null) {
				table.parts().add(spread.said(object));
			}
		}
		tables.replaceAll((name, table) -> table.joining(spread));
		return tables;
	}

	/** A table of rows of tenants that only joins holds whose they are as well. */
	private InspectedTable joining(SpreadKeys spread) {
		if (this.tenant.isEmpty()) {
			return this;
		}
		InspectedTable joining = new InspectedTable(this.table, spread.joining(this.parts), this.view, this.tenant);
		return joining.isJoin() ? joining : this;
	}

	<T extends SchemaObject> List<T> all(Class<T> type) {
		return this.parts.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/** The columns, those of the key first, in its order. */
	List<Column> columns() {
		List<Column> columns = new ArrayList<>(all(Column.class));
		columns.sort(Comparator.comparingInt((Column column) -> place(column.name())));
		return columns;
	}

	private int place(String column) {
		int place = key().indexOf(column);
		return (place < 0) ? Integer.MAX_VALUE : place;
	}

	List<String> key() {
		return all(Key.class).stream().findFirst().map(Key::columns).orElse(List.of());
	}

	/** The foreign key of one column that is this one. */
	Optional<ForeignKey> reference(Column column) {
		return all(ForeignKey.class).stream().filter((key) -> key.columns().equals(List.of(column.name()))).findFirst();
	}

	boolean isUnique(Column column) {
		return all(Unique.class).stream()
			.anyMatch((unique) -> unique.equals(Unique.of(unique.table(), unique.name(), List.of(column.name()))));
	}

	/** Whether rows are found by the column as the first of something. */
	boolean leads(Column column) {
		return column.name().equals(this.tenant) || key().indexOf(column.name()) == 0 || all(Unique.class).stream()
			.anyMatch((unique) -> unique.columns().indexOf(column.name()) == 0) || all(Index.class).stream()
				.anyMatch((index) -> index.where().isEmpty() && index.elements().get(0).column().equals(column.name()));
	}

	/** Whether what is unique of several columns begins with that of a foreign key. */
	boolean isFirstInUnique(ForeignKey key) {
		return all(Unique.class).stream()
			.anyMatch((unique) -> unique.columns().size() > 1 && key.columns().equals(unique.columns().subList(0, 1)));
	}

	boolean isIndexed(Column column) {
		return all(Index.class).stream()
			.anyMatch((index) -> index.equals(Index.of(index.table(), index.name(), List.of(column.name()))));
	}

	/**
	 * Whether relations would make the column like this: a large key, and two that lead.
	 */
	private boolean isOfJoin(Column column) {
		return leads(column) && (!key().contains(column.name()) || column.type().equals("bigint"));
	}

	/** Whether it holds nothing but a key of its own and two different references. */
	boolean isJoin() {
		List<ForeignKey> references = all(ForeignKey.class);
		Set<String> free = new HashSet<>(columns().stream().map(Column::name).toList());
		references.forEach((key) -> free.removeAll(key.columns()));
		List<String> both = references.stream().flatMap((key) -> key.columns().stream()).toList();
		boolean unique = all(Unique.class).stream()
			.anyMatch((candidate) -> candidate.columns().size() == 2 && candidate.columns().containsAll(both));
		return references.size() == 2 && both.size() == 2 && columns().size() == 3 && unique
				&& free.equals(Set.copyOf(key())) && columns().stream().allMatch(this::isOfJoin)
				&& references.stream().allMatch((key) -> key.deferral() == Deferral.DEFERRED);
	}

}
