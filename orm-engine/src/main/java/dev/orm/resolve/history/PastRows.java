package dev.orm.resolve.history;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.history.HistoryTable;
import dev.orm.model.TableName;
import dev.orm.sql.Call;
import dev.orm.sql.Cast;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Compound;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.WindowCall;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they were: of what was done to a row after a time, the first
 * tells what it was until then; where nothing was, it is what it was. Conditions on the
 * key reach both tables, as the server sees through this.
 */
final class PastRows {

	private static final String KEPT = "kept";

	private static final String LIVE = "live";

	private static final String ALL = "everything";

	private static final String FIRST = "earliest";

	private final EntityModel model;

	private final HistoryTable history;

	PastRows(EntityModel model, HistoryTable history) {
		this.model = model;
		this.history = history;
	}

	/** The rows there were; one whose insert comes first was not there yet. */
	SelectStatement at(Parameter instant) {
		Sql later = Infix.condition(own(KEPT, HistoryTable.UNTIL), BuiltInOperator.GREATER, instant);
		List<Sql> key = new ArrayList<>();
		this.history.key().forEach((field) -> key.add(column(ALL, field)));
		List<Sql> order = new ArrayList<>(key);
		order.add(own(ALL, HistoryTable.ORDER));
		SelectStatement first = SelectStatement
			.of(selections(ALL, List.of(HistoryTable.OPERATION)),
					List.of(Source.of(both(later, List.of(HistoryTable.ORDER, HistoryTable.OPERATION)), ALL)))
			.withDistinctOn(key)
			.withOrderBy(order);
		Sql there = Infix.condition(own(FIRST, HistoryTable.OPERATION), BuiltInOperator.DISTINCT,
				Literal.of(HistoryTable.INSERT));
		return SelectStatement.of(selections(FIRST, List.of()), List.of(Source.of(first, FIRST))).withWhere(there);
	}

	/**
	 * All rows there ever were, and those there are, each with what ended it, and what
	 * was done before, which made it.
	 */
	SelectStatement ever() {
		List<Selection> selections = new ArrayList<>(selections(ALL, VersionColumns.ENDS));
		VersionColumns.BEGINNINGS.forEach((name, end) -> selections.add(new Selection(before(own(ALL, end)), name)));
		return SelectStatement.of(selections, List.of(Source.of(both(null, VersionColumns.ENDS), ALL)));
	}

	/** The value of what was done before to the same row. */
	private Sql before(Sql column) {
		List<Sql> row = new ArrayList<>();
		this.history.key().forEach((field) -> row.add(column(ALL, field)));
		SortTerm order = new SortTerm(own(ALL, HistoryTable.ORDER), false, SortTerm.Nulls.DEFAULT);
		return new WindowCall(new Call("lag", List.of(column), column.type()), row, List.of(order), null,
				column.type());
	}

	private SelectStatement both(@Nullable Sql later, List<String> more) {
		SelectStatement kept = SelectStatement.of(selections(KEPT, more), List.of(table(this.history.name(), KEPT)))
			.withWhere(later);
		SelectStatement live = SelectStatement.of(live(more), List.of(table(this.model.table(), LIVE)));
		return SelectStatement.of(new Compound(Compound.Operator.UNION_ALL, List.of(kept, live)));
	}

	private static Source table(TableName name, String alias) {
		return new Source(name, null, alias, null, null);
	}

	private List<Selection> selections(String alias, List<String> more) {
		List<Selection> selections = new ArrayList<>();
		for (FieldModel field : this.model.localFields()) {
			selections.add(this.history.holds(field) || !alias.equals(KEPT) ? new Selection(column(alias, field), null)
					: nothing(field.column(), field.type()));
		}
		more.forEach((name) -> selections.add(new Selection(own(alias, name), null)));
		return selections;
	}

	/** What is not kept is told of no row, lest it came and went. */
	private List<Selection> live(List<String> more) {
		List<Selection> selections = new ArrayList<>();
		for (FieldModel field : this.model.localFields()) {
			selections.add(this.history.holds(field) ? new Selection(column(LIVE, field), null)
					: nothing(field.column(), field.type()));
		}
		more.forEach((name) -> selections.add(nothing(name, VersionColumns.type(name))));
		return selections;
	}

	private static Selection nothing(String name, ValueType type) {
		return new Selection(new Cast(Literal.nothing(type), type), name);
	}

	private static Sql own(String alias, String name) {
		return Column.computed(alias, name, VersionColumns.type(name));
	}

	private static Sql column(String alias, FieldModel field) {
		return new Column(alias, field.column(), field.type(), false, true);
	}

}
