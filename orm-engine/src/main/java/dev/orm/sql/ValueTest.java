package dev.orm.sql;

import java.util.List;

import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;

/** A question about a value that no operator asks. */
public sealed interface ValueTest extends Sql {

	@Override
	default ValueType type() {
		return ValueTypes.BOOLEAN;
	}

	/**
	 * Whether a value is NULL, or a condition unknown: {@code value IS NOT NULL}. The
	 * answer is never NULL.
	 *
	 * @param value the value
	 * @param state what is asked
	 */
	record Is(Sql value, State state) implements ValueTest {

		/** What is asked of a value. */
		public enum State {

			/** There is none. */
			NULL,
			/** There is one. */
			NOT_NULL,
			/** The condition is false or unknown. */
			NOT_TRUE,
			/** The condition is true or unknown. */
			NOT_FALSE

		}

		@Override
		public List<Sql> children() {
			return List.of(this.value);
		}

		@Override
		public Sql withChildren(List<Sql> children) {
			return new Is(children.get(0), this.state);
		}

		@Override
		public <R> R accept(SqlVisitor<R> visitor) {
			return visitor.is(this);
		}

		@Override
		public boolean nullable() {
			return false;
		}

	}

	/**
	 * Whether a value is between two others, or one of them:
	 * {@code value BETWEEN from AND to}.
	 *
	 * @param value the value
	 * @param from the lower bound
	 * @param to the upper bound
	 */
	record Between(Sql value, Sql from, Sql to) implements ValueTest {

		@Override
		public List<Sql> children() {
			return List.of(this.value, this.from, this.to);
		}

		@Override
		public Sql withChildren(List<Sql> children) {
			return new Between(children.get(0), children.get(1), children.get(2));
		}

		@Override
		public <R> R accept(SqlVisitor<R> visitor) {
			return visitor.between(this);
		}

	}

}
