package dev.orm.function;

import java.util.Optional;
import java.util.Set;

import dev.orm.sql.Sql;

/**
 * Makes the functions it knows and declines all others. The last factory added is asked
 * first. Called by several threads at a time. Django's {@code Func}.
 */
@FunctionalInterface
public interface FunctionFactory {

	/**
	 * Make a function call.
	 * @param call the call
	 * @return the expression, or empty if the name is not known here
	 */
	Optional<Sql> create(FunctionCall call);

	/**
	 * Return the names it knows, for suggestions in error messages.
	 * @return the names; none by default
	 */
	default Set<String> names() {
		return Set.of();
	}

}
