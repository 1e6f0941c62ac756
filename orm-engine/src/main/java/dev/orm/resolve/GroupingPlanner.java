package dev.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.Call;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Parameter;
import dev.orm.sql.Reading;
import dev.orm.sql.Reference;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Subscript;
import dev.orm.sql.Template;
import dev.orm.sql.Truth;
import dev.orm.sql.ValueTest;
import dev.orm.sql.WindowCall;
import dev.orm.tree.SqlNames;
import dev.orm.tree.Terms;
import dev.orm.tree.WhereSplit;
import dev.orm.type.Kind;
import dev.orm.type.ValueTypes;

/**
 * Decides what a query groups by: what it selects, orders by and has in HAVING, but no
 * columns of a table whose key is among them. Django's {@code get_group_by} and
 * {@code collapse_group_by}.
 */
final class GroupingPlanner {

	private final SelectQuery query;

	GroupingPlanner(SelectQuery query) {
		this.query = query;
	}

	List<Sql> plan(List<Selection> selections, List<Sql> orderBy, WhereSplit where) {
		if (!this.query.isGrouped()) {
			return List.of();
		}
		List<Sql> terms = new ArrayList<>();
		Set<String> references = new HashSet<>();
		explicit(terms, references);
		for (Selection selection : selections) {
			if (selection.alias() == null || !references.contains(selection.alias())) {
				terms.addAll(columns(selection.expression()));
			}
		}
		orderBy.forEach((term) -> terms.addAll(columns(term)));
		List<Sql> inHaving = new ArrayList<>();
		where.having().forEach((condition) -> inHaving.addAll(columns(condition)));
		terms.addAll(inHaving);
		where.qualify().forEach((condition) -> terms.addAll(computed(condition)));
		return positions(collapse(terms, inHaving), selections);
	}

	private void explicit(List<Sql> terms, Set<String> references) {
		if (this.query.groupBy() == null) {
			return;
		}
		for (Sql term : this.query.groupBy()) {
			if (!(term instanceof Reference reference) || references.add(SqlNames.of(reference.name()))) {
				terms.add(this.query.annotation(term));
			}
		}
	}

	private List<Sql> collapse(List<Sql> terms, List<Sql> inHaving) {
		if (!this.query.moment().isNow()) {
			// rows as they were are a query's, which has no key
			return List.copyOf(new LinkedHashSet<>(terms));
		}
		Set<String> keyed = new HashSet<>();
		terms.stream()
			.filter((term) -> term instanceof Column column && column.primaryKey())
			.forEach((term) -> keyed.add(((Column) term).alias()));
		Set<Sql> kept = new LinkedHashSet<>();
		for (Sql term : terms) {
			boolean covered = term instanceof Column column && !column.primaryKey() && keyed.contains(column.alias());
			if (!covered || inHaving.contains(term)) {
				kept.add(term);
			}
		}
		return new ArrayList<>(kept);
	}

	/**
	 * An expression that is selected is grouped by its position, as its parameters would
	 * not compare equal.
	 */
	private static List<Sql> positions(List<Sql> terms, List<Selection> selections) {
		List<Sql> placed = new ArrayList<>();
		for (Sql term : terms) {
			placed.add((term instanceof Column) ? term : position(term, selections));
		}
		return placed;
	}

	private static Sql position(Sql term, List<Selection> selections) {
		for (int i = 0; i < selections.size(); i++) {
			if (selections.get(i).expression().equals(term)) {
				return Terms.position(i + 1, ValueTypes.INTEGER);
			}
		}
		return term;
	}

	/**
	 * The columns and expressions a query must group by to use an expression. Django's
	 * {@code get_group_by_cols}.
	 */
	static List<Sql> columns(Sql expression) {
		if (expression instanceof SubqueryCall call) {
			return call.multiValued() ? List.of(expression) : call.outer();
		}
		if (addsNothing(expression)) {
			return List.of();
		}
		if (expression instanceof WindowCall window) {
			return Stream.concat(window.partitionBy().stream(), window.orderBy().stream())
				.flatMap((part) -> columns(part).stream())
				.toList();
		}
		boolean transparent = expression.containsAggregate() || expression instanceof SortTerm || isLookup(expression);
		return transparent ? inside(expression) : List.of(expression);
	}

	/** What a condition on windows needs is computed with the groups, selected or not. */
	private static List<Sql> computed(Sql condition) {
		if (condition instanceof WindowCall || condition instanceof AggregateCall || condition instanceof Column) {
			return columns(condition);
		}
		return condition.children().stream().flatMap((child) -> computed(child).stream()).toList();
	}

	private static boolean addsNothing(Sql expression) {
		return expression instanceof AggregateCall || expression instanceof Parameter || expression instanceof Truth
				|| isConstant(expression);
	}

	/** Lookups group by what they compare, not by their answer. */
	private static boolean isLookup(Sql expression) {
		boolean operator = expression instanceof Infix || expression instanceof ValueTest
				|| expression instanceof Template || expression instanceof Call || expression instanceof Coalesce
				|| expression instanceof Reading || expression instanceof Subscript;
		return expression instanceof Logical || expression instanceof Not
				|| (operator && expression.type().kind() == Kind.BOOLEAN && !expression.children().isEmpty());
	}

	private static boolean isConstant(Sql expression) {
		return !(expression instanceof SortTerm) && !expression.containsColumn() && !expression.containsSubquery()
				&& !expression.containsAggregate() && !expression.containsWindow() && !isRaw(expression);
	}

	private static boolean isRaw(Sql expression) {
		// what a call without arguments answers may differ from row to row
		return (expression instanceof Template template && template.isText())
				|| (expression instanceof Call call && call.arguments().isEmpty());
	}

	private static List<Sql> inside(Sql expression) {
		List<Sql> columns = new ArrayList<>();
		expression.children().forEach((child) -> columns.addAll(columns(child)));
		return columns;
	}

}
