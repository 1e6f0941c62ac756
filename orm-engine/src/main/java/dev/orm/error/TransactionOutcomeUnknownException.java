package dev.orm.error;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionSystemException;

/**
 * The connection was lost while a transaction was committed: the server may have stored
 * it or not. Or a statement that is stored by itself was run, and the driver failed on
 * the rows it answered. Never repeat such a block or statement without looking; it is not
 * rolled back for sure.
 */
public class TransactionOutcomeUnknownException extends TransactionSystemException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String database;

	/**
	 * Create the exception for a commit of a database that is not known.
	 * @param cause the driver's error
	 */
	public TransactionOutcomeUnknownException(Throwable cause) {
		this(null, cause);
	}

	/**
	 * Create the exception for a commit.
	 * @param database the alias of the database; null if it is not known
	 * @param cause the driver's error
	 */
	public TransactionOutcomeUnknownException(@Nullable String database, Throwable cause) {
		this(database, """
				The connection%s was lost during the commit: whether the transaction is stored is unknown.
				  hint: read what it was to write before it is repeated"""
			.formatted((database != null) ? " to database '" + database + "'" : ""), cause);
	}

	/**
	 * Create the exception.
	 * @param database the alias of the database; null if it is not known
	 * @param message says what is known, and the way out
	 * @param cause the driver's error
	 */
	public TransactionOutcomeUnknownException(@Nullable String database, String message, Throwable cause) {
		super(message, cause);
		this.database = database;
	}

	/**
	 * Return the database.
	 * @return its alias; empty if that is not known
	 */
	public Optional<String> getDatabase() {
		return Optional.ofNullable(this.database);
	}

}
