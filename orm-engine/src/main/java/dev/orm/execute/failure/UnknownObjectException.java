package dev.orm.execute.failure;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.BadSqlGrammarException;

/**
 * A statement names what the database does not have: a table, a column, a schema, a
 * function or a type.
 */
public final class UnknownObjectException extends BadSqlGrammarException {

	private static final long serialVersionUID = 1L;

	private final String hint;

	/**
	 * Create the exception.
	 * @param task what was done
	 * @param sql the statement
	 * @param error the error of the server
	 * @param hint the way out
	 */
	UnknownObjectException(String task, String sql, SQLException error, String hint) {
		super(task, sql, error);
		this.hint = hint;
	}

	/**
	 * Return the way out.
	 * @return what to do, as a part of a sentence
	 */
	public String hint() {
		return this.hint;
	}

	/** Return the message, with the way out. */
	@Override
	public @Nullable String getMessage() {
		return super.getMessage() + "\n  hint: " + this.hint;
	}

}
