package dev.orm.declare;

import java.util.List;

/**
 * That what rows were is kept when they change. Immutable.
 *
 * @param without the attributes that are left out of it
 * @param with the many-to-many relations whose join tables are kept, too
 */
public record DeclaredHistory(List<String> without, List<String> with) {

	/** All that a table holds. */
	public static final DeclaredHistory WHOLE = new DeclaredHistory(List.of(), List.of());

	public DeclaredHistory {
		without = List.copyOf(without);
		with = List.copyOf(with);
	}

}
