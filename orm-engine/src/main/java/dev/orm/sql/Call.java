package dev.orm.sql;

import java.util.List;
import java.util.regex.Pattern;

import dev.orm.type.ValueType;

/**
 * A function call: {@code name(a, b)}.
 *
 * @param name the SQL name of the function, or an operator that stands before its value
 * @param arguments the arguments
 * @param type the type of the result
 */
public record Call(String name, List<Sql> arguments, ValueType type) implements Sql {

	/** A quoted name, or an operator; two signs of minus would begin a comment. */
	private static final Pattern SPECIAL = Pattern.compile("\"[^\"]+\"|[+~!@#%^&|`?]+|-");

	/**
	 * Create it.
	 * @throws IllegalArgumentException if the name is none of a function
	 */
	public Call {
		arguments = List.copyOf(arguments);
		if (!isWord(name) && !SPECIAL.matcher(name).matches()) {
			throw new IllegalArgumentException(
					"'%s' is no name of a function. hint: Template.of takes text with {} for each part"
						.formatted(name));
		}
	}

	/** A name with a schema before it is one, too. No pattern: each copy asks. */
	private static boolean isWord(String name) {
		for (int i = 0; i < name.length(); i++) {
			char sign = name.charAt(i);
			boolean letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign == '_';
			boolean inner = i > 0 && ((sign >= '0' && sign <= '9') || sign == '.');
			if (!letter && !inner) {
				return false;
			}
		}
		return !name.isEmpty();
	}

	/**
	 * Call a function.
	 * @param name the SQL name
	 * @param type the type of the result
	 * @param arguments the arguments
	 * @return {@code name(a, b)}
	 */
	public static Call of(String name, ValueType type, List<? extends Sql> arguments) {
		return new Call(name, List.copyOf(arguments), type);
	}

	/**
	 * Call a function.
	 * @param name the SQL name
	 * @param type the type of the result
	 * @param arguments the arguments
	 * @return {@code name(a, b)}
	 */
	public static Call of(String name, ValueType type, Sql... arguments) {
		return of(name, type, List.of(arguments));
	}

	@Override
	public List<Sql> children() {
		return this.arguments;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Call(this.name, children, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.call(this);
	}

}
