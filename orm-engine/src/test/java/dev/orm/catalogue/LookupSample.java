package dev.orm.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A sample of a lookup or a transform with {@code exact}.
 *
 * @param column the attribute of the sample
 * @param name the lookup or transform
 * @param value what to compare with
 */
public record LookupSample(String column, String name, @Nullable Object value) {

	String path() {
		return this.column + "__" + this.name;
	}

	@Override
	public String toString() {
		return path();
	}

}
