package dev.orm.migration.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.schema.Check;
import dev.orm.schema.Column;
import dev.orm.schema.Exclusion;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.Index;
import dev.orm.schema.Key;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Unique;

/**
 * What is said of the values a column may have in rows, beyond its type. Immutable.
 *
 * @param before the schema before a script
 * @param after the schema after it, which says it
 */
record RowRules(Schema before, Schema after) {

	/**
	 * A value for rows that have none: one that means nothing, and is another one in each
	 * row where rows are told apart by the column.
	 * @param column the column
	 * @param added whether no row has a value yet
	 * @return an expression; empty where none is known that holds
	 */
	Optional<String> value(Column column, boolean added) {
		if (refers(column).isPresent()) {
			return Optional.empty();
		}
		NeutralValue neutral = new NeutralValue(column, checks(column));
		List<SchemaObject> apart = apart(column);
		if (apart.isEmpty()) {
			return neutral.one();
		}
		// values that rows have already are not told apart from new ones
		if (!added || !neutral.takesNumbers()) {
			return Optional.empty();
		}
		return column.type().equals("boolean") ? byTurns(column, apart) : Fills.distinct(column.type());
	}

	/**
	 * Two values do for the rows that were there: no two of them had both the same flag
	 * and the same values of the columns beside it.
	 */
	private Optional<String> byTurns(Column column, List<SchemaObject> apart) {
		boolean known = apart.stream().allMatch((object) -> object instanceof Unique || object instanceof Key)
				&& within(column).stream().allMatch((other) -> this.before.column(column.table(), other).isPresent());
		return known ? Optional.of(Fills.BY_TURNS) : Optional.empty();
	}

	/** The columns within whose values rows are numbered; none for all rows. */
	List<String> within(Column column) {
		List<SchemaObject> apart = apart(column);
		if (!column.type().equals("boolean") || apart.isEmpty()) {
			return List.of();
		}
		List<String> others = new ArrayList<>(named(apart.get(0)));
		apart.forEach((object) -> others.retainAll(named(object)));
		others.remove(column.name());
		return others;
	}

	private static List<String> named(SchemaObject object) {
		return (object instanceof Unique unique) ? unique.columns()
				: (object instanceof Key key) ? key.columns() : List.of();
	}

	/** Why no value is known. */
	String reason(Column column) {
		Optional<ForeignKey> key = refers(column);
		if (key.isPresent()) {
			return "it names a row of " + key.get().target();
		}
		List<SchemaObject> rules = new ArrayList<>(apart(column));
		rules.addAll(checks(column));
		return rules.isEmpty() ? "of " + column.type() + " there is none"
				: rules.stream().map((rule) -> rule.id().name()).collect(Collectors.joining(" and "))
						+ ((rules.size() == 1) ? " asks" : " ask") + " for more than one that means nothing";
	}

	private List<Check> checks(Column column) {
		return this.after.all(Check.class)
			.stream()
			.filter((check) -> check.table().equals(column.table()) && check.names(column.id()))
			.toList();
	}

	/** What tells rows apart by the column, so that one value is not enough. */
	private List<SchemaObject> apart(Column column) {
		return this.after.objects()
			.stream()
			.filter((object) -> object.id().table().equals(column.table()) && tellsApart(object, column.name()))
			.toList();
	}

	private static boolean tellsApart(SchemaObject object, String column) {
		if (object instanceof Unique unique) {
			return unique.columns().contains(column);
		}
		if (object instanceof Index index) {
			return index.unique() && mentions(index, column);
		}
		if (object instanceof Exclusion exclusion) {
			return exclusion.elements().contains(SqlText.name(column));
		}
		return object instanceof Key key && key.columns().contains(column);
	}

	private static boolean mentions(Index index, String column) {
		List<Index.Element> elements = index.elements();
		return elements.stream()
			.anyMatch((element) -> element.column().equals(column)
					|| element.expression().contains(SqlText.name(column)));
	}

	/** The key by which the column must name a row of another table. */
	private Optional<ForeignKey> refers(Column column) {
		return this.after.all(ForeignKey.class)
			.stream()
			.filter((key) -> key.table().equals(column.table()) && key.columns().contains(column.name()))
			.findFirst();
	}

}
