package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * Text with expressions between: tests, functions and casts of a special form.
 *
 * @param pieces the texts; one more than the parts
 * @param children the expressions
 * @param type the type
 */
public record Template(List<String> pieces, List<Sql> children, ValueType type) implements Sql {

	public Template {
		pieces = List.copyOf(pieces);
		children = List.copyOf(children);
		if (pieces.size() != children.size() + 1) {
			throw new IllegalArgumentException("A template has one text more than parts: " + pieces);
		}
	}

	/**
	 * Call a function.
	 * @param name the SQL name
	 * @param type the type of the result
	 * @param arguments the arguments
	 * @return {@code name(a, b)}
	 */
	public static Call call(String name, ValueType type, List<? extends Sql> arguments) {
		return new Call(name, List.copyOf(arguments), type);
	}

	/**
	 * Call a function.
	 * @param name the SQL name
	 * @param type the type of the result
	 * @param arguments the arguments
	 * @return {@code name(a, b)}
	 */
	public static Call call(String name, ValueType type, Sql... arguments) {
		return call(name, type, List.of(arguments));
	}

	/**
	 * Fill a text in which each {@code {}} stands for an expression.
	 * @param text the text
	 * @param type the type of the result
	 * @param parts the expressions
	 * @return the filled text
	 */
	public static Template of(String text, ValueType type, Sql... parts) {
		return new Template(List.of(text.split("\\{}", -1)), List.of(parts), type);
	}

	/**
	 * Return whether a part stands alone between the texts around it, as an argument
	 * does, so that it needs no parentheses.
	 * @param index the part
	 * @return false if an operator may be beside it
	 */
	public boolean delimits(int index) {
		return opens(this.pieces.get(index)) && closes(this.pieces.get(index + 1));
	}

	private static boolean opens(String piece) {
		return piece.endsWith("(") || piece.endsWith(", ") || piece.endsWith("[");
	}

	private static boolean closes(String piece) {
		return piece.startsWith(")") || piece.startsWith(", ") || piece.startsWith("]");
	}

	/**
	 * Return whether it is nothing but text, of which nobody knows what it answers.
	 * @return false if it has parts, or is empty
	 */
	public boolean isText() {
		return this.children.isEmpty() && !this.pieces.get(0).isEmpty();
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Template(this.pieces, children, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.template(this);
	}

}
