package dev.orm;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Some rows and the place behind the last of them. Immutable.
 *
 * @param <V> the rows
 * @param items the rows
 * @param cursor where the next page starts; null behind the last row
 */
public record KeysetPage<V>(List<V> items, @Nullable String cursor) {

	public KeysetPage {
		items = List.copyOf(items);
	}

	/**
	 * Return where the next page starts.
	 * @return an opaque text for {@code after}; empty behind the last row
	 */
	public Optional<String> next() {
		return Optional.ofNullable(this.cursor);
	}

}
