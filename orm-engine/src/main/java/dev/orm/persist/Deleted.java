package dev.orm.persist;

import java.util.Map;

/**
 * What a delete removed or marked, or a restore brought back. Immutable.
 *
 * @param total all rows, those of cascades and of join tables included
 * @param perModel rows by the name of their model; models of which there is none are
 * absent
 */
public record Deleted(long total, Map<String, Long> perModel) {

	/** Nothing was removed. */
	public static final Deleted NOTHING = new Deleted(0, Map.of());

	public Deleted {
		perModel = Map.copyOf(perModel);
	}

	/**
	 * Sum up what was removed.
	 * @param perModel rows by the name of their model
	 * @return the same with its total
	 */
	public static Deleted of(Map<String, Long> perModel) {
		return new Deleted(perModel.values().stream().mapToLong(Long::longValue).sum(), perModel);
	}

}
