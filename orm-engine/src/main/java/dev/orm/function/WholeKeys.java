package dev.orm.function;

import java.util.List;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;

/**
 * Refuses keys of several columns, and generic keys, where an expression has one value.
 * Django's {@code allows_composite_expressions}.
 */
public final class WholeKeys {

	private WholeKeys() {
	}

	/**
	 * Refuse a whole key.
	 * @param what what would take it, for the message
	 * @param arguments what it is given
	 * @return the arguments
	 * @throws IllegalQueryException if one of them is a key of several columns
	 */
	public static List<Sql> refuse(String what, List<Sql> arguments) {
		arguments.forEach((argument) -> refuse(what, argument));
		return arguments;
	}

	/**
	 * Refuse a whole key.
	 * @param what what would take it, for the message
	 * @param argument what it is given
	 * @return the argument
	 * @throws IllegalQueryException if it is a key of several columns
	 */
	public static Sql refuse(String what, Sql argument) {
		if (argument.type().kind() == Kind.TUPLE) {
			throw new IllegalQueryException(
					"%s does not take a key of several columns. hint: name one of its parts".formatted(what),
					Subject.ofArgument(what));
		}
		return argument;
	}

}
