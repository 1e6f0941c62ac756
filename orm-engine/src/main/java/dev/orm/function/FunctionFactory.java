package dev.orm.function;

import java.util.Optional;

import dev.orm.sql.Sql;

/** Makes the functions it knows and declines all others. The last factory added is asked first. */
@FunctionalInterface
public interface FunctionFactory {

	/**
	 * Make a function call.
	 * @param call the call
	 * @return the expression, or empty if the name is not known here
	 */
	Optional<Sql> create(FunctionCall call);

}
