package dev.orm.observe;

import java.util.Locale;

/** What a statement does, as OpenTelemetry's {@code db.operation.name}. */
public enum Operation {

	/** Reads rows. */
	SELECT,
	/** Adds rows. */
	INSERT,
	/** Changes rows. */
	UPDATE,
	/** Removes rows. */
	DELETE,
	/** Anything else: DDL, raw SQL, session commands. */
	OTHER;

	/**
	 * Return what a statement does that begins with a word of SQL.
	 * @param word the word, in any case
	 * @return what it does; {@link #OTHER} where the word alone does not tell
	 */
	public static Operation of(String word) {
		return switch (word.toUpperCase(Locale.ROOT)) {
			case "SELECT", "VALUES", "TABLE" -> SELECT;
			case "INSERT" -> INSERT;
			case "UPDATE" -> UPDATE;
			case "DELETE" -> DELETE;
			default -> OTHER;
		};
	}

	/**
	 * Return whether rows may change.
	 * @return true unless it only reads
	 */
	public boolean isWrite() {
		return this != SELECT;
	}

}
