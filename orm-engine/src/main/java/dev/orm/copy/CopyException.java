package dev.orm.copy;

import dev.orm.execute.CopyChannel;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * The database refused a row of a COPY, and with it all rows. The cause is the error that
 * any other statement would have ended in, such as a
 * {@link dev.orm.error.UniqueViolationException}; it is thrown by itself where the
 * server's message, in its language, does not begin with {@code COPY table,} and the
 * line.
 */
public class CopyException extends DataIntegrityViolationException {

	private static final long serialVersionUID = 1L;

	private final long line;

	private final String column;

	CopyException(CopyChannel.Place place, DataAccessException cause) {
		super(message(place, cause), cause);
		this.line = place.line();
		this.column = place.column();
	}

	private static String message(CopyChannel.Place place, DataAccessException cause) {
		String at = place.column().isEmpty() ? "" : ", column " + place.column();
		return "Line %d%s cannot be loaded into %s, and no row was: %s".formatted(place.line(), at, place.table(),
				cause.getMostSpecificCause().getMessage());
	}

	/**
	 * Return the place in the input.
	 * @return the line, from 1; a header counts
	 */
	public long line() {
		return this.line;
	}

	/**
	 * Return the column whose value was refused.
	 * @return its name in the database; an empty text where the row as a whole was
	 */
	public String column() {
		return this.column;
	}

}
