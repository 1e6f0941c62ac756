package dev.orm.load;

import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * A relation to fetch for all rows of a result. Immutable. Django's {@code Prefetch}.
 *
 * @param path the accessors from the root, joined by two underscores
 * @param query the rows to fetch; null for all
 * @param options how they are read
 * @param toAttribute the name to keep them under; null for the relation itself
 */
public record PrefetchRequest(String path, @Nullable QuerySpec query, ReadOptions options,
		@Nullable String toAttribute) {

	PrefetchRequest under(String prefix) {
		return new PrefetchRequest(prefix + "__" + this.path, this.query, this.options, this.toAttribute);
	}

	/**
	 * Return the path under which the result can be reached.
	 * @return the path; with the attribute's name as its last segment if there is one
	 */
	String reachedBy() {
		int last = this.path.lastIndexOf("__");
		return (this.toAttribute == null) ? this.path
				: (last < 0) ? this.toAttribute : this.path.substring(0, last) + "__" + this.toAttribute;
	}

}
