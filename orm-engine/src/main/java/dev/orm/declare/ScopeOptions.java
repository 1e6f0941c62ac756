package dev.orm.declare;

import dev.orm.expression.node.Node;
import dev.orm.model.Model;

/**
 * What else is said of a scope: {@code meta.scope(…)} answers it. Used by one thread,
 * while the model's {@link Meta} methods run.
 *
 * @param <T> the model
 */
public final class ScopeOptions<T extends Model> {

	private final String name;

	private final Node condition;

	private boolean strict;

	ScopeOptions(String name, Node condition) {
		this.name = name;
		this.condition = condition;
	}

	/**
	 * Let nothing escape it: no query lifts it, and foreign keys, refreshes, saves and
	 * deletes keep it too, so that a row outside of it is not there for anybody.
	 * @return this
	 */
	public ScopeOptions<T> strict() {
		this.strict = true;
		return this;
	}

	String name() {
		return this.name;
	}

	DeclaredScope declared() {
		return new DeclaredScope(this.name, this.condition, this.strict);
	}

}
