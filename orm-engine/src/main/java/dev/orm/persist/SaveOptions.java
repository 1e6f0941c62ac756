package dev.orm.persist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.orm.expression.Assignment;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * How to save an instance. Immutable.
 *
 * @param route where
 * @param updateFields the only attributes to update; null for all, empty to do nothing
 * @param forceInsert whether to insert without trying an update
 * @param forceUpdate whether to fail rather than insert
 * @param expressions attributes the database computes
 * @param validates whether what is not valid is refused; null for what the model and the
 * application say
 */
public record SaveOptions(Route route, @Nullable List<String> updateFields, boolean forceInsert, boolean forceUpdate,
		List<Assignment<?>> expressions, @Nullable Boolean validates) {

	public SaveOptions {
		updateFields = (updateFields != null) ? List.copyOf(updateFields) : null;
		expressions = Collections.unmodifiableList(new ArrayList<>(expressions));
	}

	/**
	 * Save by an update or an insert, whichever fits.
	 * @param alias the name of the database
	 * @return options
	 * @throws dev.orm.error.IllegalQueryException if no database can be called so
	 */
	public static SaveOptions on(String alias) {
		return on(Route.to(alias));
	}

	/**
	 * Save by an update or an insert, whichever fits.
	 * @param route where
	 * @return options
	 */
	public static SaveOptions on(Route route) {
		return new SaveOptions(route, null, false, false, List.of(), null);
	}

	/**
	 * Update only some attributes.
	 * @param attributes the attributes
	 * @return options
	 */
	public SaveOptions updateFields(List<String> attributes) {
		return new SaveOptions(this.route, attributes, this.forceInsert, this.forceUpdate, this.expressions,
				this.validates);
	}

	/**
	 * Insert without trying an update.
	 * @return options
	 */
	public SaveOptions forcingInsert() {
		return new SaveOptions(this.route, this.updateFields, true, this.forceUpdate, this.expressions, this.validates);
	}

	/**
	 * Update, and fail if there is no row.
	 * @return options
	 */
	public SaveOptions forcingUpdate() {
		return new SaveOptions(this.route, this.updateFields, this.forceInsert, true, this.expressions, this.validates);
	}

	/**
	 * Let the database compute attributes; those of a new row by expressions that refer
	 * to no column. With {@code updateFields} only the attributes named there are
	 * written.
	 * @param assignments the attributes and their expressions
	 * @return options
	 */
	public SaveOptions computing(List<Assignment<?>> assignments) {
		return new SaveOptions(this.route, this.updateFields, this.forceInsert, this.forceUpdate, assignments,
				this.validates);
	}

	/**
	 * Refuse what is not valid, after hooks and events and before SQL.
	 * @return options
	 */
	public SaveOptions validating() {
		return new SaveOptions(this.route, this.updateFields, this.forceInsert, this.forceUpdate, this.expressions,
				true);
	}

	/**
	 * Validate nothing, whatever the model and the application say.
	 * @return options
	 */
	public SaveOptions withoutValidation() {
		return new SaveOptions(this.route, this.updateFields, this.forceInsert, this.forceUpdate, this.expressions,
				false);
	}

	/**
	 * Return whether a row that is not there is not inserted.
	 * @return true if it is not
	 */
	public boolean isUpdateOnly() {
		return this.forceUpdate || this.updateFields != null;
	}

	/**
	 * Return whether no attribute is named, so that there is nothing to do.
	 * @return true if so
	 */
	public boolean isNoOperation() {
		return this.updateFields != null && this.updateFields.isEmpty();
	}

}
