package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/** The same value, seen otherwise. */
public sealed interface Reading extends Sql {

	/**
	 * Return the value.
	 * @return the expression
	 */
	Sql expression();

	@Override
	default List<Sql> children() {
		return List.of(expression());
	}

	@Override
	default boolean nullable() {
		return expression().nullable();
	}

	/**
	 * A value that is read with another type than the database has for it. The text is
	 * that of the value.
	 *
	 * @param expression the value
	 * @param type the type it is read with
	 */
	record Typed(Sql expression, ValueType type) implements Reading {

		/**
		 * Read a value with a type.
		 * @param expression the value
		 * @param type the type
		 * @return the value itself, if it has the type
		 */
		public static Sql of(Sql expression, ValueType type) {
			return expression.type().isSame(type) ? expression : new Typed(expression, type);
		}

		@Override
		public Sql withChildren(List<Sql> children) {
			return new Typed(children.get(0), this.type);
		}

		@Override
		public <R> R accept(SqlVisitor<R> visitor) {
			return visitor.typed(this);
		}

	}

	/**
	 * A text in the order of a language: {@code expression COLLATE "name"}.
	 *
	 * @param expression the text
	 * @param collation the name of the collation
	 * @param type the type
	 */
	record Collated(Sql expression, String collation, ValueType type) implements Reading {

		@Override
		public Sql withChildren(List<Sql> children) {
			return new Collated(children.get(0), this.collation, this.type);
		}

		@Override
		public <R> R accept(SqlVisitor<R> visitor) {
			return visitor.collated(this);
		}

	}

}
