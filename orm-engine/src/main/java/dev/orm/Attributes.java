package dev.orm;

import java.util.List;

import dev.orm.expression.Assignment;

/**
 * Values of attributes, for calls that take several sets of them:
 * {@code users.updateOrCreate(Attributes.of(USER.email.is("a@b.org")), Attributes.of(USER.name.is("A")))}.
 * Immutable.
 *
 * @param <R> the model
 */
public final class Attributes<R> {

	private final List<Assignment<?>> assignments;

	private Attributes(List<Assignment<?>> assignments) {
		this.assignments = assignments;
	}

	/**
	 * Put values together.
	 * @param <R> the model
	 * @param assignments the values, made by {@code is} or {@code set}
	 * @return the values
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public static <R> Attributes<R> of(Assignment<? super R>... assignments) {
		return new Attributes<>(List.of(assignments));
	}

	List<Assignment<?>> assignments() {
		return this.assignments;
	}

}
