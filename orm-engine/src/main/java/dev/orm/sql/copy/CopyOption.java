package dev.orm.sql.copy;

import org.jspecify.annotations.Nullable;

/**
 * An option of a COPY.
 *
 * @param keyword its keywords, as they are written
 * @param text a text behind them, written as a literal; null for none
 */
public record CopyOption(String keyword, @Nullable String text) {

	/**
	 * Create an option of keywords alone.
	 * @param keyword the keywords
	 * @return an option
	 */
	public static CopyOption of(String keyword) {
		return new CopyOption(keyword, null);
	}

}
