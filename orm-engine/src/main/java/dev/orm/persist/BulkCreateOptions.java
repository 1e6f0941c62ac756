package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.routing.Route;

/**
 * How to create many instances. Immutable.
 *
 * @param route where
 * @param batchSize the most rows of one statement; zero for no limit of the caller's
 * @param ignoreConflicts whether rows that violate a constraint are left out
 * @param updateConflicts whether rows that violate a constraint update the row they meet
 * @param updateFields the attributes a conflict updates
 * @param uniqueFields the attributes of the constraint
 * @param expressions what the database computes; those attributes are not taken from the
 * instance
 * @param severalTables whether models of several tables are welcome
 * @param validates whether instances that are not valid are refused
 * @param copies whether rows are loaded by COPY
 */
public record BulkCreateOptions(Route route, int batchSize, boolean ignoreConflicts, boolean updateConflicts,
		List<String> updateFields, List<String> uniqueFields, List<Computed> expressions, boolean severalTables,
		boolean validates, boolean copies) {

	public BulkCreateOptions {
		expressions = List.copyOf(expressions);
		updateFields = List.copyOf(updateFields);
		uniqueFields = List.copyOf(uniqueFields);
	}

	/**
	 * Create all instances.
	 * @param alias the name of the database
	 * @return options
	 * @throws dev.orm.error.IllegalQueryException if no database can be called so
	 */
	public static BulkCreateOptions on(String alias) {
		return on(Route.to(alias));
	}

	/**
	 * Create all instances.
	 * @param route where
	 * @return options
	 */
	public static BulkCreateOptions on(Route route) {
		return new BulkCreateOptions(route, 0, false, false, List.of(), List.of(), List.of(), false, false, false);
	}

	/**
	 * Limit the rows of one statement.
	 * @param rows the number
	 * @return options
	 * @throws QueryValueException if the number is not positive
	 */
	public BulkCreateOptions batchSize(int rows) {
		if (rows <= 0) {
			throw new QueryValueException("Batch size must be a positive integer, not " + rows,
					Subject.ofArgument("batchSize"))
				.of(rows);
		}
		return new BulkCreateOptions(this.route, rows, this.ignoreConflicts, this.updateConflicts, this.updateFields,
				this.uniqueFields, this.expressions, this.severalTables, this.validates, this.copies);
	}

	/**
	 * Refuse all if one is not valid, before SQL is sent.
	 * @return options
	 */
	public BulkCreateOptions validating() {
		return new BulkCreateOptions(this.route, this.batchSize, this.ignoreConflicts, this.updateConflicts,
				this.updateFields, this.uniqueFields, this.expressions, this.severalTables, true, this.copies);
	}

	/**
	 * Leave rows out that violate a constraint. Their instances learn no key.
	 * @return options
	 */
	public BulkCreateOptions ignoringConflicts() {
		return new BulkCreateOptions(this.route, this.batchSize, true, this.updateConflicts, this.updateFields,
				this.uniqueFields, this.expressions, this.severalTables, this.validates, this.copies);
	}

	/**
	 * Leave rows out that violate one constraint; another one is an error. What is
	 * checked at the commit cannot be looked for, so models with such a constraint need
	 * this.
	 * @param unique the attributes of the constraint
	 * @return options
	 */
	public BulkCreateOptions ignoringConflicts(List<String> unique) {
		return new BulkCreateOptions(this.route, this.batchSize, true, this.updateConflicts, this.updateFields, unique,
				this.expressions, this.severalTables, this.validates, this.copies);
	}

	/**
	 * Update the rows that are there.
	 * @param unique the attributes of the constraint
	 * @param updated the attributes to update
	 * @return options
	 */
	public BulkCreateOptions updatingConflicts(List<String> unique, List<String> updated) {
		return new BulkCreateOptions(this.route, this.batchSize, this.ignoreConflicts, true, updated, unique,
				this.expressions, this.severalTables, this.validates, this.copies);
	}

	/**
	 * Let the database compute some attributes of an instance, by expressions that refer
	 * to no column. Batches with such instances are inserted by a VALUES list.
	 * @param instance the instance, one of those to create
	 * @param assignments the attributes and their expressions
	 * @return options
	 */
	public BulkCreateOptions computing(Model instance, List<Assignment<?>> assignments) {
		List<Computed> more = new ArrayList<>(this.expressions);
		more.add(new Computed(instance, assignments));
		return new BulkCreateOptions(this.route, this.batchSize, this.ignoreConflicts, this.updateConflicts,
				this.updateFields, this.uniqueFields, more, this.severalTables, this.validates, this.copies);
	}

	/**
	 * Create instances whose rows are in several tables (multi-table inheritance), which
	 * takes a statement for each table. Without it they are refused, as in Django.
	 * @return options
	 */
	public BulkCreateOptions acrossTables() {
		return new BulkCreateOptions(this.route, this.batchSize, this.ignoreConflicts, this.updateConflicts,
				this.updateFields, this.uniqueFields, this.expressions, true, this.validates, this.copies);
	}

	/**
	 * Load the rows by PostgreSQL's {@code COPY}, the fastest way there is. Nothing comes
	 * back: instances without key learn none and stay new, and none learns what the
	 * database fills in.
	 * @return options
	 */
	public BulkCreateOptions copying() {
		return new BulkCreateOptions(this.route, this.batchSize, this.ignoreConflicts, this.updateConflicts,
				this.updateFields, this.uniqueFields, this.expressions, this.severalTables, this.validates, true);
	}

	/**
	 * What the database computes of an instance.
	 *
	 * @param instance the instance
	 * @param assignments the attributes and their expressions
	 */
	public record Computed(Model instance, List<Assignment<?>> assignments) {

		public Computed {
			assignments = List.copyOf(assignments);
		}

	}

}
