package dev.orm.expression.node;

/**
 * A path to order by, as {@code order_by} of Django takes it.
 *
 * @param path the path or the name of an annotation; {@code ?} for random
 * @param descending whether the largest comes first
 */
public record OrderedPath(String path, boolean descending) {

	/**
	 * Read a term as it is written.
	 * @param term a path, with a leading minus for descending
	 * @return the path without it
	 */
	public static OrderedPath of(String term) {
		return term.startsWith("-") ? new OrderedPath(term.substring(1), true) : new OrderedPath(term, false);
	}

}
