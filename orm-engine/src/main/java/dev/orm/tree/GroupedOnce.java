package dev.orm.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.Parameter;
import dev.orm.sql.Position;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import org.jspecify.annotations.Nullable;

/**
 * Computes an expression once, beside the tables, which a query groups by and uses again.
 * Written twice its values are two parameters, and PostgreSQL cannot know that they are
 * the same: "must appear in the GROUP BY clause". Django writes the values into the text.
 */
public final class GroupedOnce {

	private static final String ALIAS = "grouped";

	private final Map<Sql, Column> computed = new LinkedHashMap<>();

	/**
	 * The clauses of a grouped query.
	 *
	 * @param selections the select list
	 * @param groupBy the grouping
	 * @param having the conditions on groups
	 * @param orderBy the ordering
	 */
	public record Clauses(List<Selection> selections, List<Sql> groupBy, List<Sql> having, List<Sql> orderBy) {

	}

	/**
	 * Take out what is grouped by and used again.
	 * @param clauses the clauses
	 * @return the clauses without it
	 */
	public Clauses apply(Clauses clauses) {
		for (Sql term : clauses.groupBy()) {
			Sql grouped = (term instanceof Position position)
					? clauses.selections().get(position.place() - 1).expression() : term;
			if (hasParameter(grouped) && isUsedAgain(grouped, clauses)) {
				String name = "g" + (this.computed.size() + 1);
				this.computed.put(grouped, Column.computed(ALIAS, name, grouped.type()));
			}
		}
		if (this.computed.isEmpty()) {
			return clauses;
		}
		List<Selection> selections = clauses.selections()
			.stream()
			.map((selection) -> new Selection(replaced(selection.expression()), selection.alias()))
			.toList();
		return new Clauses(selections, replaced(clauses.groupBy()), replaced(clauses.having()),
				replaced(clauses.orderBy()));
	}

	/**
	 * Return what to join for the expressions.
	 * @return the sources; nothing if there are none
	 */
	public List<Source> sources() {
		if (this.computed.isEmpty()) {
			return List.of();
		}
		List<Selection> selections = new ArrayList<>();
		this.computed.forEach((expression, column) -> selections.add(new Selection(expression, column.name())));
		return List.of(Source.lateral(SelectStatement.of(selections, List.of()), ALIAS));
	}

	/**
	 * Tell whether an expression may be another one if it is written twice.
	 * @param expression the expression
	 * @return true if it has values of its own
	 */
	public static boolean hasParameter(Sql expression) {
		return expression instanceof Parameter || expression instanceof SubqueryCall
				|| expression.children().stream().anyMatch(GroupedOnce::hasParameter);
	}

	private static boolean isUsedAgain(Sql term, Clauses clauses) {
		return clauses.having().stream().anyMatch((condition) -> contains(condition, term))
				|| clauses.orderBy().stream().anyMatch((order) -> contains(order, term))
				|| clauses.selections()
					.stream()
					.map(Selection::expression)
					.anyMatch((selection) -> !selection.equals(term) && contains(selection, term));
	}

	/** Whether an expression has a part outside of aggregates, which need no grouping. */
	private static boolean contains(Sql expression, Sql part) {
		return !(expression instanceof AggregateCall) && (expression.equals(part)
				|| expression.children().stream().anyMatch((child) -> contains(child, part)));
	}

	private List<Sql> replaced(List<Sql> expressions) {
		return expressions.stream().map(this::replaced).toList();
	}

	private Sql replaced(Sql expression) {
		return expression.transform(this::column);
	}

	private @Nullable Sql column(Sql part) {
		return this.computed.get(part);
	}

}
