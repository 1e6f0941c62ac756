package dev.orm.row;

import java.util.List;

import dev.orm.error.ValueConversionException;
import org.jspecify.annotations.Nullable;

/**
 * A column holds a value that the class of its attribute cannot hold: a text that is no
 * constant of an enum, a fraction for an {@code Integer}, NULL for an {@code int}. Names
 * the table, the column and the key of the row as far as they are known, never the value.
 */
public class StoredValueException extends ValueConversionException {

	private final String column;

	private final String table;

	private final @Nullable String key;

	/**
	 * Create the exception.
	 * @param column the column
	 * @param expected what the attribute can hold
	 * @param choices the values there are; empty unless there is a choice
	 */
	public StoredValueException(String column, String expected, List<String> choices) {
		this("", column, null, expected, choices);
	}

	private StoredValueException(String table, String column, @Nullable String key, String expected,
			List<String> choices) {
		super(message(table, column, key, expected, choices), expected, choices);
		this.table = table;
		this.column = column;
		this.key = key;
	}

	private static String message(String table, String column, @Nullable String key, String expected,
			List<String> choices) {
		String place = table.isEmpty() ? "Column " + column : "Column " + table + "." + column;
		String row = (key != null) ? " of the row with key " + key : "";
		String hint = choices.isEmpty() ? "" : " Choices are: " + String.join(", ", choices);
		return place + row + " holds a value that is not a valid " + expected + "." + hint;
	}

	/**
	 * Return an exception that knows the row.
	 * @param model the model
	 * @param attribute the attribute
	 * @param table the table
	 * @param column the column
	 * @param key the key of the row; null if it is not known
	 * @return an exception
	 */
	public StoredValueException in(String model, String attribute, String table, String column, @Nullable Object key) {
		String shown = (key != null) ? key.toString() : null;
		StoredValueException placed = new StoredValueException(table, column, shown, expected(), choices());
		placed.at(model, attribute);
		placed.setStackTrace(getStackTrace());
		return placed;
	}

	/**
	 * Return the table.
	 * @return its name; empty if it is not known
	 */
	public String table() {
		return this.table;
	}

	/**
	 * Return the column.
	 * @return its name
	 */
	public String column() {
		return this.column;
	}

	/**
	 * Return the key of the row.
	 * @return the key as text; null if it is not known
	 */
	public @Nullable String key() {
		return this.key;
	}

}
