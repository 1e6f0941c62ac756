package dev.orm.resolve.history;

import dev.orm.meta.EntityModel;
import dev.orm.meta.history.HistoryTable;
import dev.orm.sql.Parameter;
import dev.orm.sql.SelectStatement;
import org.jspecify.annotations.Nullable;

/**
 * The time of a query: which rows of a table it reads. Immutable; moments of one place
 * among the values of a query are equal.
 *
 * @param kind which rows
 * @param instant the value that tells the time; null unless there is one
 */
public record Moment(Kind kind, @Nullable Parameter instant) {

	/** The rows there are. */
	public static final Moment NOW = new Moment(Kind.NOW, null);

	/** All there ever were, for the table a query begins with. */
	public static final Moment EVER = new Moment(Kind.EVER, null);

	/** Which rows are read. */
	public enum Kind {

		/** Those there are. */
		NOW,
		/** Those there were at a time. */
		THEN,
		/** All there ever were, and those there are. */
		EVER

	}

	/**
	 * Return the rows there were.
	 * @param instant when, a value of the query
	 * @return the moment
	 */
	public static Moment at(Parameter instant) {
		return new Moment(Kind.THEN, instant);
	}

	/**
	 * Return the moment of queries inside of one of this moment.
	 * @return the moment
	 */
	public Moment inside() {
		return (this.kind == Kind.EVER) ? NOW : this;
	}

	/**
	 * Return whether rows are read as they are.
	 * @return false for those of the past
	 */
	public boolean isNow() {
		return this.kind == Kind.NOW;
	}

	/**
	 * Return what is read instead of a table.
	 * @param model the model of the table
	 * @param first whether the statement begins with it
	 * @return a query with the columns of the table; null for the table itself
	 */
	public @Nullable SelectStatement rows(EntityModel model, boolean first) {
		if (this.kind == Kind.NOW || (this.kind == Kind.EVER && !first)) {
			return null;
		}
		HistoryTable history = HistoryTable.of(model);
		if (history == null) {
			return null;
		}
		PastRows rows = new PastRows(model, history);
		return (this.instant != null) ? rows.at(this.instant) : rows.ever();
	}

}
