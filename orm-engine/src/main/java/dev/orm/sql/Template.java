package dev.orm.sql;

import java.util.List;
import java.util.stream.IntStream;

import dev.orm.type.ValueType;

/**
 * Text with expressions between: tests, functions and casts of a special form.
 *
 * @param pieces the texts; one more than the parts
 * @param children the expressions
 * @param places where each of them stands
 * @param type the type
 */
public record Template(List<String> pieces, List<Sql> children, List<Place> places, ValueType type) implements Sql {

	public Template {
		pieces = List.copyOf(pieces);
		children = List.copyOf(children);
		places = List.copyOf(places);
		if (pieces.size() != children.size() + 1 || places.size() != children.size()) {
			throw new IllegalArgumentException("A template has one text more than parts: " + pieces);
		}
	}

	/** Where a part stands. */
	public enum Place {

		/** Alone between brackets or commas, as an argument does. */
		ARGUMENT,
		/** Beside an operator: what has operators of its own needs parentheses. */
		OPERAND;

		/** Tell it once, when the text is written down. */
		private static Place between(String before, String after) {
			boolean opened = before.endsWith("(") || before.endsWith(", ") || before.endsWith("[");
			boolean closed = after.startsWith(")") || after.startsWith(", ") || after.startsWith("]");
			return (opened && closed) ? ARGUMENT : OPERAND;
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
		return of(List.of(text.split("\\{}", -1)), type, List.of(parts));
	}

	/**
	 * Write expressions between texts.
	 * @param pieces the texts; one more than the expressions
	 * @param type the type of the result
	 * @param parts the expressions
	 * @return the filled text
	 */
	public static Template of(List<String> pieces, ValueType type, List<Sql> parts) {
		List<Place> places = IntStream.range(0, parts.size())
			.mapToObj((i) -> Place.between(pieces.get(i), pieces.get(i + 1)))
			.toList();
		return new Template(pieces, parts, places, type);
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
		return new Template(this.pieces, children, this.places, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.template(this);
	}

}
