package dev.orm.sql;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A SELECT.
 *
 * @param with the common table expressions
 * @param distinct whether duplicates are removed
 * @param distinctOn the expressions of DISTINCT ON; empty for none
 * @param selections the select list
 * @param from the tables in join order; empty for none
 * @param where the condition, or null
 * @param groupBy the grouping; empty for none
 * @param having the condition on groups, or null
 * @param orderBy the ordering
 * @param limit the largest number of rows, or null
 * @param offset the rows to skip, or null
 * @param lock the row lock clause with a leading space; empty for none
 * @param compound the members of a set operation instead of a FROM, or null
 */
public record SelectStatement(List<CommonTable> with, boolean distinct, List<Sql> distinctOn,
		List<Selection> selections, List<Source> from, @Nullable Sql where, List<Sql> groupBy, @Nullable Sql having,
		List<Sql> orderBy, @Nullable Sql limit, @Nullable Sql offset, String lock, @Nullable Compound compound) {

	public SelectStatement {
		with = List.copyOf(with);
		distinctOn = List.copyOf(distinctOn);
		selections = List.copyOf(selections);
		from = List.copyOf(from);
		groupBy = List.copyOf(groupBy);
		orderBy = List.copyOf(orderBy);
	}

	/**
	 * An expression of the select list.
	 *
	 * @param expression the expression
	 * @param alias its name, or null
	 */
	public record Selection(Sql expression, @Nullable String alias) {

	}

	/**
	 * A table or subquery of the FROM clause.
	 *
	 * @param table the table, or null for a subquery
	 * @param subquery the subquery, or null for a table
	 * @param alias the alias
	 * @param join {@code null} for the first, {@code INNER JOIN},
	 * {@code LEFT OUTER JOIN}, {@code CROSS JOIN LATERAL} …
	 * @param on the join condition; null for none
	 */
	public record Source(@Nullable String table, @Nullable SelectStatement subquery, String alias,
			@Nullable String join, @Nullable Sql on) {

	}

	/**
	 * A common table expression.
	 *
	 * @param name the name
	 * @param columns the column names; empty to take the query's
	 * @param recursive whether it refers to itself
	 * @param statement the query
	 */
	public record CommonTable(String name, List<String> columns, boolean recursive, SelectStatement statement) {

	}

	/**
	 * The members of a set operation.
	 *
	 * @param operator {@code UNION}, {@code UNION ALL}, {@code INTERSECT} or
	 * {@code EXCEPT}
	 * @param members the queries, two or more
	 */
	public record Compound(String operator, List<SelectStatement> members) {

		public Compound {
			members = List.copyOf(members);
		}

	}

}
