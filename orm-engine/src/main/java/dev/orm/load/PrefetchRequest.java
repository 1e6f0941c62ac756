package dev.orm.load;

import java.util.List;

import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * A relation to fetch for all rows of a result. Immutable. Django's {@code Prefetch}.
 *
 * @param path the accessors from the root, joined by two underscores
 * @param query the rows to fetch; null for all
 * @param options how they are read
 * @param toAttribute the name to keep them under; null for the relation itself
 * @param mixed of a generic key, the rows to fetch by model; empty for all of all models
 */
public record PrefetchRequest(String path, @Nullable QuerySpec query, ReadOptions options, @Nullable String toAttribute,
		List<PrefetchRequest> mixed) {

	public PrefetchRequest {
		mixed = List.copyOf(mixed);
	}

	/**
	 * Fetch the rows of one model.
	 * @param path the accessors from the root
	 * @param query the rows; null for all
	 * @param options how they are read
	 * @param toAttribute the name to keep them under, or null
	 */
	public PrefetchRequest(String path, @Nullable QuerySpec query, ReadOptions options, @Nullable String toAttribute) {
		this(path, query, options, toAttribute, List.of());
	}

	PrefetchRequest under(String prefix) {
		return new PrefetchRequest(prefix + "__" + this.path, this.query, this.options, this.toAttribute, this.mixed);
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
