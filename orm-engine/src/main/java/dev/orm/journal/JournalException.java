package dev.orm.journal;

import java.util.List;

import dev.orm.error.OrmException;
import dev.orm.schema.FactException;
import dev.orm.schema.ObjectId;
import org.jspecify.annotations.Nullable;

/** A journal that cannot be read, or whose entries do not fit each other. */
public class JournalException extends OrmException {

	private final String file;

	private final int line;

	private final String reason;

	/**
	 * Create the exception.
	 * @param file the journal
	 * @param line the line, from 1
	 * @param reason what is wrong with it, and the way out
	 * @param cause what was thrown below
	 */
	public JournalException(String file, int line, String reason, @Nullable Throwable cause) {
		super("%s:%d: %s".formatted(file, line, reason), cause);
		this.file = file;
		this.line = line;
		this.reason = reason;
	}

	/**
	 * Return the journal.
	 * @return its path
	 */
	public String file() {
		return this.file;
	}

	/**
	 * Return the line.
	 * @return the number, from 1
	 */
	public int line() {
		return this.line;
	}

	/**
	 * Return the objects that do not fit: the one the line is about, and the one that it
	 * needs.
	 * @return their ids; empty if a line is wrong that states no fact
	 */
	public List<ObjectId> objects() {
		return (getCause() instanceof FactException fact) ? fact.objects() : List.of();
	}

	/**
	 * Return what is wrong.
	 * @return the reason
	 */
	public String reason() {
		return this.reason;
	}

}
