package dev.orm.execute;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import dev.orm.error.ValueConversionException;
import dev.orm.observe.Operation;
import dev.orm.observe.Purpose;
import dev.orm.routing.Route;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * A statement to run: its text, its values, and what listeners want to know of it. The
 * lists are not copied, since one is made for each statement; do not change them.
 *
 * @param route the database, and which of its servers
 * @param sql the text, with a {@code ?} for each value
 * @param types the types of the values
 * @param values the values, converted to the Java classes of their types
 * @param operation what the statement does
 * @param collection the table, for metrics; an empty text for none
 * @param reads whether it is known to change nothing, so that a replica may answer
 * @param purpose what it is for
 */
public record StatementCall(Route route, String sql, List<ValueType> types, List<? extends @Nullable Object> values,
		Operation operation, String collection, boolean reads, Purpose purpose) {

	/**
	 * Describe a statement that may write, for nothing special.
	 * @param route the database
	 * @param sql the text, with a {@code ?} for each value
	 * @param types the types of the values
	 * @param values the values, converted to the Java classes of their types
	 * @param operation what the statement does
	 * @param collection the table; an empty text for none
	 */
	public StatementCall(Route route, String sql, List<ValueType> types, List<? extends @Nullable Object> values,
			Operation operation, String collection) {
		this(route, sql, types, values, operation, collection, Purpose.PLAIN);
	}

	/**
	 * Describe a statement that may write.
	 * @param route the database
	 * @param sql the text, with a {@code ?} for each value
	 * @param types the types of the values
	 * @param values the values, converted to the Java classes of their types
	 * @param operation what the statement does
	 * @param collection the table; an empty text for none
	 * @param purpose what it is for
	 */
	public StatementCall(Route route, String sql, List<ValueType> types, List<? extends @Nullable Object> values,
			Operation operation, String collection, Purpose purpose) {
		this(route, sql, types, values, operation, collection, false, purpose);
	}

	/**
	 * Describe a query that changes nothing, for nothing special.
	 * @param route the database, and which of its servers
	 * @param sql the text, with a {@code ?} for each value
	 * @param types the types of the values
	 * @param values the values, converted to the Java classes of their types
	 * @param operation what the statement does
	 * @param collection the table; an empty text for none
	 * @return a call
	 */
	public static StatementCall reading(Route route, String sql, List<ValueType> types,
			List<? extends @Nullable Object> values, Operation operation, String collection) {
		return reading(route, sql, types, values, operation, collection, Purpose.PLAIN);
	}

	/**
	 * Describe a query that changes nothing.
	 * @param route the database, and which of its servers
	 * @param sql the text, with a {@code ?} for each value
	 * @param types the types of the values
	 * @param values the values, converted to the Java classes of their types
	 * @param operation what the statement does
	 * @param collection the table; an empty text for none
	 * @param purpose what it is for
	 * @return a call
	 */
	public static StatementCall reading(Route route, String sql, List<ValueType> types,
			List<? extends @Nullable Object> values, Operation operation, String collection, Purpose purpose) {
		return new StatementCall(route, sql, types, values, operation, collection, true, purpose);
	}

	/**
	 * Return the database.
	 * @return its alias
	 */
	public String database() {
		return this.route.alias();
	}

	/**
	 * Describe a statement without values.
	 * @param route the database
	 * @param sql the text
	 * @param operation what the statement does
	 * @param collection the table; an empty text for none
	 * @return a call
	 */
	public static StatementCall of(Route route, String sql, Operation operation, String collection) {
		return new StatementCall(route, sql, List.of(), List.of(), operation, collection);
	}

	/** Whether rows are to be changed. */
	boolean isChange() {
		return this.operation == Operation.INSERT || this.operation == Operation.UPDATE
				|| this.operation == Operation.DELETE;
	}

	/** Bind the values behind others. */
	void bind(PreparedStatement statement, int before) throws SQLException {
		int size = this.values.size();
		int i = 0;
		try {
			for (; i < size; i++) {
				this.types.get(i).bind(statement, before + i + 1, this.values.get(i));
			}
		}
		catch (ValueConversionException ex) {
			throw ex.bound(i + 1);
		}
	}

}
