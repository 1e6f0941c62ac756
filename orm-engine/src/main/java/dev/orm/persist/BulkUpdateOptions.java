package dev.orm.persist;

import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Assignment;
import dev.orm.model.Model;
import dev.orm.routing.Route;

/**
 * How to update many instances. Immutable.
 *
 * @param route where
 * @param batchSize the most rows of one statement; zero for no limit of the caller's
 * @param expressions what the database computes, by instance; those attributes are not
 * taken from the instance
 */
public record BulkUpdateOptions(Route route, int batchSize, Map<Model, List<Assignment<?>>> expressions) {

	/**
	 * Update from what the instances hold.
	 * @param alias the name of the database
	 * @return options
	 * @throws dev.orm.error.IllegalQueryException if no database can be called so
	 */
	public static BulkUpdateOptions on(String alias) {
		return on(Route.to(alias));
	}

	/**
	 * Update from what the instances hold.
	 * @param route where
	 * @return options
	 */
	public static BulkUpdateOptions on(Route route) {
		return new BulkUpdateOptions(route, 0, Map.of());
	}

	/**
	 * Limit the rows of one statement.
	 * @param rows the number
	 * @return options
	 * @throws QueryValueException if the number is not positive
	 */
	public BulkUpdateOptions batchSize(int rows) {
		if (rows <= 0) {
			throw new QueryValueException("Batch size must be a positive integer, not " + rows,
					Subject.ofArgument("batchSize"))
				.of(rows);
		}
		return new BulkUpdateOptions(this.route, rows, this.expressions);
	}

	/**
	 * Let the database compute some attributes of some instances.
	 * @param assignments the attributes and their expressions, by instance
	 * @return options
	 */
	public BulkUpdateOptions computing(Map<Model, List<Assignment<?>>> assignments) {
		return new BulkUpdateOptions(this.route, this.batchSize, assignments);
	}

}
