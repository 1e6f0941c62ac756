package dev.orm.tree;

import dev.orm.error.QueryLimitException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Sql;

/**
 * Measures what an annotation unfolds to. One that refers to another contains it, so that
 * a few that refer to each other twice would outgrow any memory.
 */
public final class Unfolding {

	private static final int MAX_SIZE = 20_000;

	private static final int MAX_DEPTH = 500;

	private final String name;

	private int size;

	private Unfolding(String name) {
		this.name = name;
	}

	/**
	 * Refuse an annotation that unfolds to too much.
	 * @throws QueryLimitException if it does
	 */
	public static void check(String name, Sql expression) {
		new Unfolding(name).measure(expression, 1);
	}

	private void measure(Sql expression, int depth) {
		if (++this.size > MAX_SIZE || depth > MAX_DEPTH) {
			throw new QueryLimitException(
					"The annotation '%s' unfolds to more than %d expressions, or %d levels of them. hint: an annotation contains those it refers to; compute them in a common table"
						.formatted(this.name, MAX_SIZE, MAX_DEPTH),
					MAX_SIZE, Subject.ofArgument(this.name));
		}
		for (Sql child : expression.children()) {
			measure(child, depth + 1);
		}
	}

}
