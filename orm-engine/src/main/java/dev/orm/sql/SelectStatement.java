package dev.orm.sql;

import java.util.List;

import dev.orm.model.TableName;
import dev.orm.sql.clause.RowLock;

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
 * @param lock how the rows are locked, or null
 * @param compound the members of a set operation instead of a FROM, or null
 */
public record SelectStatement(List<CommonTable> with, boolean distinct, List<Sql> distinctOn,
		List<Selection> selections, List<Source> from, @Nullable Sql where, List<Sql> groupBy, @Nullable Sql having,
		List<Sql> orderBy, @Nullable Sql limit, @Nullable Sql offset, @Nullable RowLock lock,
		@Nullable Compound compound) {

	public SelectStatement {
		with = List.copyOf(with);
		distinctOn = List.copyOf(distinctOn);
		selections = List.copyOf(selections);
		from = List.copyOf(from);
		groupBy = List.copyOf(groupBy);
		orderBy = List.copyOf(orderBy);
	}

	/**
	 * Select from some tables, without any further clause.
	 * @param selections the select list
	 * @param from the tables in join order; empty for none
	 * @return a statement
	 */
	public static SelectStatement of(List<Selection> selections, List<Source> from) {
		return new SelectStatement(List.of(), false, List.of(), selections, from, null, List.of(), null, List.of(),
				null, null, null, null);
	}

	/**
	 * Combine statements by a set operation, without any further clause.
	 * @param compound the members
	 * @return a statement
	 */
	public static SelectStatement of(Compound compound) {
		return new SelectStatement(List.of(), false, List.of(), List.of(), List.of(), null, List.of(), null, List.of(),
				null, null, null, compound);
	}

	/**
	 * Return a copy that may read other queries by name.
	 * @param tables the common table expressions
	 * @return a copy
	 */
	public SelectStatement withTables(List<CommonTable> tables) {
		return new SelectStatement(tables, this.distinct, this.distinctOn, this.selections, this.from, this.where,
				this.groupBy, this.having, this.orderBy, this.limit, this.offset, this.lock, this.compound);
	}

	/**
	 * Return a copy that answers one row for each combination of values.
	 * @param terms what tells rows apart, which the ordering begins with
	 * @return a copy
	 */
	public SelectStatement withDistinctOn(List<Sql> terms) {
		return new SelectStatement(this.with, this.distinct, terms, this.selections, this.from, this.where,
				this.groupBy, this.having, this.orderBy, this.limit, this.offset, this.lock, this.compound);
	}

	/**
	 * Return a copy with another select list.
	 * @param list the select list
	 * @return a copy
	 */
	public SelectStatement withSelections(List<Selection> list) {
		return new SelectStatement(this.with, this.distinct, this.distinctOn, list, this.from, this.where, this.groupBy,
				this.having, this.orderBy, this.limit, this.offset, this.lock, this.compound);
	}

	/**
	 * Return a copy with another condition.
	 * @param condition the condition, or null
	 * @return a copy
	 */
	public SelectStatement withWhere(@Nullable Sql condition) {
		return new SelectStatement(this.with, this.distinct, this.distinctOn, this.selections, this.from, condition,
				this.groupBy, this.having, this.orderBy, this.limit, this.offset, this.lock, this.compound);
	}

	/**
	 * Return a copy in another order.
	 * @param terms the ordering; empty for none
	 * @return a copy
	 */
	public SelectStatement withOrderBy(List<Sql> terms) {
		return new SelectStatement(this.with, this.distinct, this.distinctOn, this.selections, this.from, this.where,
				this.groupBy, this.having, terms, this.limit, this.offset, this.lock, this.compound);
	}

	/**
	 * Return a copy that answers other rows of those it finds.
	 * @param rows the largest number of rows, or null
	 * @param skipped the rows to skip, or null
	 * @return a copy
	 */
	public SelectStatement withLimits(@Nullable Sql rows, @Nullable Sql skipped) {
		return new SelectStatement(this.with, this.distinct, this.distinctOn, this.selections, this.from, this.where,
				this.groupBy, this.having, this.orderBy, rows, skipped, this.lock, this.compound);
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
	 * @param join how it is joined; null for the first
	 * @param on the join condition; null for none
	 */
	public record Source(@Nullable TableName table, @Nullable SelectStatement subquery, String alias,
			@Nullable Join join, @Nullable Sql on) {

		/**
		 * Read from a subquery alone.
		 * @param subquery the subquery
		 * @param alias the alias
		 * @return the first source of a statement
		 */
		public static Source of(SelectStatement subquery, String alias) {
			return new Source(null, subquery, alias, null, null);
		}

		/**
		 * Run a subquery for each row of the sources before it, whose columns it may use.
		 * @param subquery the subquery
		 * @param alias the alias
		 * @return a further source of a statement
		 */
		public static Source lateral(SelectStatement subquery, String alias) {
			return new Source(null, subquery, alias, Join.LATERAL, null);
		}

	}

	/** How a table is joined to those before it. */
	public enum Join {

		/** Rows without match go. */
		INNER,
		/** Rows without match stay. */
		LEFT,
		/** A subquery is run for each row. */
		LATERAL

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
	 * @param operator how they are combined
	 * @param members the queries, two or more
	 */
	public record Compound(Operator operator, List<SelectStatement> members) {

		/** How the rows of the members are combined. */
		public enum Operator {

			/** The rows of any, each once. */
			UNION,
			/** The rows of any, as often as they come. */
			UNION_ALL,
			/** The rows of all. */
			INTERSECT,
			/** The rows of the first that no other has. */
			EXCEPT

		}

		public Compound {
			members = List.copyOf(members);
		}

	}

}
