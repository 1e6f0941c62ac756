package dev.orm.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** How a value travels between Java and JDBC. Stateless and thread-safe. */
public interface Codec {

	/**
	 * Read a column; by its text, unless there is a better way.
	 * @param row the result set, on a row
	 * @param column the column, from 1
	 * @return the value; null for SQL NULL
	 * @throws SQLException if the driver refuses
	 */
	default @Nullable Object read(ResultSet row, int column) throws SQLException {
		String text = row.getString(column);
		return (text != null) ? parse(text) : null;
	}

	/**
	 * Return how rows read the value without this codec.
	 * @return the way; {@link Wire#CODEC} for {@link #read}
	 */
	default Wire wire() {
		return Wire.CODEC;
	}

	/**
	 * Bind a parameter.
	 * @param statement the statement
	 * @param index the parameter, from 1
	 * @param value a value {@link #convert} returned, never null
	 * @throws SQLException if the driver refuses
	 */
	void bind(PreparedStatement statement, int index, Object value) throws SQLException;

	/**
	 * Convert what a caller gave to the type's own Java class.
	 * @param value any value, never null
	 * @return the value of the type's Java class
	 * @throws dev.orm.error.ValueConversionException if it cannot be converted
	 */
	Object convert(Object value);

	/**
	 * Take over what the driver made of a stored value, such as an element of an array.
	 * Nothing of it may be lost, since it may be written back.
	 * @param value the driver's value, never null
	 * @return the value of the type's Java class
	 * @throws dev.orm.error.ValueConversionException if that cannot hold it
	 */
	default Object stored(Object value) {
		return convert(value);
	}

	/**
	 * Return a value in the form in which keys that are equal in the database are equal
	 * objects. Keys are matched by it wherever rows are found again by them.
	 * @param value a value of the type's Java class
	 * @return the value itself, or what stands for it and its equals
	 */
	default Object key(Object value) {
		return value;
	}

	/**
	 * Return whether some values stand for stored ones that have no equal in Java.
	 * @return true if there is such a value, which is read but cannot be written
	 */
	default boolean readsUnknown() {
		return false;
	}

	/**
	 * Return whether a value stands for a stored one that has no equal in Java.
	 * @param value a value of the type's Java class
	 * @return true if it does, so that writing it would destroy what is stored
	 */
	default boolean isUnknown(Object value) {
		return false;
	}

	/**
	 * Return whether the database cannot compare values, so that columns are only asked
	 * whether they are null.
	 * @return true if it cannot
	 */
	default boolean isOpaque() {
		return false;
	}

	/**
	 * Write a value as the database's own text, as an element of an array or a bound of a
	 * range is sent.
	 * @param value a value {@link #convert} returned
	 * @return the text, unquoted
	 */
	default String write(Object value) {
		return value.toString();
	}

	/**
	 * Write a value as an element of an array whose type the column has, which may be of
	 * whole numbers where the attribute's are not.
	 * @param value a value {@link #convert} returned
	 * @return the text, unquoted
	 */
	default String element(Object value) {
		return write(value);
	}

	/**
	 * Return whether elements of an array stand in quotes, as any text may. Texts of
	 * digits and signs need none: arrays of them are sent as one text, which the driver
	 * would make of the text of each.
	 * @return false if a text holds no brace, comma, quote or backslash, is not
	 * {@code NULL}, and neither begins nor ends with a blank
	 */
	default boolean isQuoted() {
		return true;
	}

	/**
	 * Write a value as a text that {@link #convert} reads, as a cursor carries it.
	 * @param value a value {@link #convert} returned
	 * @return the text
	 */
	default String text(Object value) {
		return write(value);
	}

	/**
	 * Read the database's own text of a value, as an element of an array or a bound of a
	 * range comes.
	 * @param text the text, unquoted
	 * @return the value of the type's Java class
	 * @throws dev.orm.error.ValueConversionException if it cannot be read
	 */
	default Object parse(String text) {
		return convert(text);
	}

}
