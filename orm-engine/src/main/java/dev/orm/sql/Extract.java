package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;

/**
 * A part of a date, a time or a moment: {@code EXTRACT(YEAR FROM source)}.
 *
 * @param field the part
 * @param source what it is a part of
 * @param type the type of the part
 */
public record Extract(Field field, Sql source, ValueType type) implements Sql {

	/** The parts, by their SQL names. */
	public enum Field {

		/** The year. */
		YEAR,
		/** The year of the ISO week. */
		ISOYEAR,
		/** The quarter, from 1. */
		QUARTER,
		/** The month, from 1. */
		MONTH,
		/** The ISO week, from 1. */
		WEEK,
		/** The day of the month, from 1. */
		DAY,
		/** The day of the week, Sunday 0. */
		DOW,
		/** The day of the week, Monday 1. */
		ISODOW,
		/** The hour. */
		HOUR,
		/** The minute. */
		MINUTE,
		/** The second, with fractions. */
		SECOND

	}

	@Override
	public List<Sql> children() {
		return List.of(this.source);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Extract(this.field, children.get(0), this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.extract(this);
	}

}
