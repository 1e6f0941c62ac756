package dev.orm.expression.node;

/**
 * A path to order by, as {@code order_by} of Django takes it.
 *
 * @param path the path or the name of an annotation; {@code ?} for random
 * @param descending whether the largest comes first
 */
public record OrderedPath(String path, boolean descending) {

	private static final String RANDOM = "?";

	/**
	 * Read a term as it is written.
	 * @param term a path, with a leading minus for descending
	 * @return the path without it
	 */
	public static OrderedPath of(String term) {
		return term.startsWith("-") ? new OrderedPath(term.substring(1), true) : new OrderedPath(term, false);
	}

	/**
	 * Return whether a path stands for a random order.
	 * @param path the path, without its minus
	 * @return whether it is {@code ?}
	 */
	public static boolean isRandom(String path) {
		return path.equals(RANDOM);
	}

}
