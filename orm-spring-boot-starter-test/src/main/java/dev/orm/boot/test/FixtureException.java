package dev.orm.boot.test;

import dev.orm.error.OrmException;
import dev.orm.error.detail.UnknownName;
import org.jspecify.annotations.Nullable;

/**
 * A fixture cannot be loaded.
 *
 * @since 0.1.0
 */
public class FixtureException extends OrmException {

	private final String file;

	private final int line;

	FixtureException(String file, int line, String message, @Nullable Throwable cause) {
		super("%s, line %d: %s".formatted(file, line, message), cause);
		this.file = file;
		this.line = line;
	}

	FixtureException(String file, int line, UnknownName unknown, String message) {
		super("%s, line %d: %s".formatted(file, line, message), unknown);
		this.file = file;
		this.line = line;
	}

	/**
	 * Return the file.
	 * @return as it was named
	 */
	public String file() {
		return this.file;
	}

	/**
	 * Return the line at which the row begins.
	 * @return the line, from 1
	 */
	public int line() {
		return this.line;
	}

}
