package dev.orm.row;

import java.sql.SQLException;

import dev.orm.error.OrmException;

/**
 * Carries the driver's error out of generated readers; the execute room unwraps and
 * translates it.
 */
public final class RowReadException extends OrmException {

	private final SQLException driverError;

	RowReadException(SQLException cause) {
		super("Cannot read a column: " + cause.getMessage(), cause);
		this.driverError = cause;
	}

	/**
	 * Return the driver's error.
	 * @return the error
	 */
	public SQLException driverError() {
		return this.driverError;
	}

}
