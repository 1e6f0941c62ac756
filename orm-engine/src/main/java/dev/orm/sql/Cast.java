package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A cast.
 *
 * @param expression what is cast
 * @param type the type
 * @param naming how the type is named
 */
public record Cast(Sql expression, ValueType type, Naming naming) implements Sql {

	/** How the type is named. */
	public enum Naming {

		/** As it is declared, with its size: longer values are cut. */
		DECLARED,
		/** Without its size. */
		UNSIZED

	}

	/**
	 * Cast to a type as it is declared.
	 * @param expression what is cast
	 * @param type the type
	 */
	public Cast(Sql expression, ValueType type) {
		this(expression, type, Naming.DECLARED);
	}

	@Override
	public List<Sql> children() {
		return List.of(this.expression);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Cast(children.get(0), this.type, this.naming);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.cast(this);
	}

	@Override
	public boolean nullable() {
		return this.expression.nullable();
	}

}
