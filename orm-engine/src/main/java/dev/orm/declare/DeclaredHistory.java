package dev.orm.declare;

import java.util.List;

/**
 * That what rows were is kept when they change. Immutable.
 *
 * @param without the attributes that are left out of it
 */
public record DeclaredHistory(List<String> without) {

	public DeclaredHistory {
		without = List.copyOf(without);
	}

}
