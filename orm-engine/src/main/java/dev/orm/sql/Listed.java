package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * Several values as one: {@code (a, b)}, {@code ARRAY[a, b]}.
 *
 * @param items the values
 * @param form what they are together
 * @param type the type of the whole
 */
public record Listed(List<Sql> items, Form form, ValueType type) implements Sql {

	public Listed {
		items = List.copyOf(items);
	}

	/** What several values are together. */
	public enum Form {

		/** A row, or what a value may be one of. */
		ROW,
		/** An array. */
		ARRAY

	}

	/**
	 * List values.
	 * @param type the type of the whole
	 * @param items the values
	 * @return a row, or what a value may be one of
	 */
	public static Listed row(ValueType type, List<? extends Sql> items) {
		return new Listed(List.copyOf(items), Form.ROW, type);
	}

	/**
	 * Make an array of values.
	 * @param type the type of the array
	 * @param items the values
	 * @return an array
	 */
	public static Listed array(ValueType type, List<? extends Sql> items) {
		return new Listed(List.copyOf(items), Form.ARRAY, type);
	}

	@Override
	public List<Sql> children() {
		return this.items;
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Listed(children, this.form, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.listed(this);
	}

}
