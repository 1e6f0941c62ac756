package dev.orm.bulk;

import java.util.ArrayList;
import java.util.List;

import dev.orm.model.Model;

/** Parts many rows into those of one statement. */
final class Batches {

	/** Bounds the memory one statement takes on both sides. */
	static final int MOST_ROWS = 50_000;

	private Batches() {
	}

	/**
	 * Part rows.
	 * @param rows the rows
	 * @param wanted how many the caller wants; zero for no limit of theirs
	 * @param most how many there may be
	 * @return the rows of each statement, in order
	 */
	static List<List<? extends Model>> of(List<? extends Model> rows, int wanted, int most) {
		int size = (wanted > 0) ? Math.min(wanted, most) : most;
		if (rows.size() <= size) {
			return rows.isEmpty() ? List.of() : List.of(rows);
		}
		List<List<? extends Model>> batches = new ArrayList<>();
		for (int i = 0; i < rows.size(); i += size) {
			batches.add(rows.subList(i, Math.min(i + size, rows.size())));
		}
		return batches;
	}

}
