package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * Text of an application's with expressions between, which no pass looks into. Parts that
 * have operators of their own are written in parentheses. The engine makes its own
 * expressions of the other nodes.
 *
 * @param pieces the texts; one more than the parts
 * @param children the expressions
 * @param enclosed whether the whole is written in parentheses wherever it stands
 * @param type the type
 */
public record Template(List<String> pieces, List<Sql> children, boolean enclosed, ValueType type) implements Sql {

	public Template {
		pieces = List.copyOf(pieces);
		children = List.copyOf(children);
		if (pieces.size() != children.size() + 1) {
			throw new IllegalArgumentException("A template has one text more than parts: " + pieces);
		}
	}

	/**
	 * Fill a text in which each {@code {}} stands for an expression.
	 * @param text the text
	 * @param type the type of the result
	 * @param parts the expressions
	 * @return the filled text
	 */
	public static Template of(String text, ValueType type, Sql... parts) {
		return new Template(List.of(text.split("\\{}", -1)), List.of(parts), false, type);
	}

	/**
	 * Write the SQL of a caller, which nobody has looked at.
	 * @param pieces the texts; one more than the parts
	 * @param type the type of the result
	 * @param parts the expressions
	 * @return the text, in parentheses
	 */
	public static Template raw(List<String> pieces, ValueType type, List<Sql> parts) {
		return new Template(pieces, parts, true, type);
	}

	/**
	 * Return whether it is nothing but text, of which nobody knows what it answers.
	 * @return false if it has parts
	 */
	public boolean isText() {
		return this.children.isEmpty();
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Template(this.pieces, children, this.enclosed, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.template(this);
	}

}
