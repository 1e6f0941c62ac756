package dev.orm.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a query: all that its SQL text depends on, and nothing else. Two queries
 * of equal shape share one compiled plan and differ only in their values. Immutable.
 */
public final class Shape {

	private final Object[] tokens;

	private final int hash;

	private Shape(Object[] tokens) {
		this.tokens = tokens;
		this.hash = Arrays.hashCode(tokens);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Shape shape && this.hash == shape.hash
				&& Arrays.equals(this.tokens, shape.tokens));
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	@Override
	public String toString() {
		return Arrays.toString(this.tokens);
	}

	/**
	 * Collects the tokens of a shape and, apart from them, the values in the order they
	 * are met. Not thread-safe.
	 */
	public static final class Builder {

		private final List<Object> tokens = new ArrayList<>(48);

		private final List<@Nullable Object> values = new ArrayList<>();

		private final List<Object> owners = new ArrayList<>();

		/**
		 * Add a token.
		 * @param token a constant with value equality: a string, an enum, a class, a
		 * number
		 * @return this builder
		 */
		public Builder add(Object token) {
			this.tokens.add(token);
			return this;
		}

		/**
		 * Add the parts, and how many they are.
		 * @param parts the parts
		 * @return this builder
		 */
		public Builder addAll(List<? extends Node> parts) {
			this.tokens.add(parts.size());
			parts.forEach((part) -> part.shape(this));
			return this;
		}

		/**
		 * Add a part that may be missing.
		 * @param part the part, or null
		 * @return this builder
		 */
		public Builder addOptional(@Nullable Node part) {
			if (part == null) {
				this.tokens.add("-");
			}
			else {
				part.shape(this);
			}
			return this;
		}

		/**
		 * Add a value: its category goes into the shape, the value itself apart. A node
		 * met twice refers to its first place, so that a plan made from a shared node
		 * never serves two different ones.
		 * @param owner the node that holds the value, by identity
		 * @param value the value
		 * @return this builder
		 */
		public Builder addValue(Object owner, @Nullable Object value) {
			int known = ordinal(owner);
			if (known >= 0) {
				this.tokens.add("@");
				this.tokens.add(known);
				return this;
			}
			this.owners.add(owner);
			this.values.add(value);
			ValueCategory.describe(value, this.tokens);
			return this;
		}

		/**
		 * Return the place of a node's value.
		 * @param owner the node that holds the value
		 * @return the index in {@link #values()}; -1 if it was never met
		 */
		public int ordinal(Object owner) {
			for (int i = 0; i < this.owners.size(); i++) {
				if (this.owners.get(i) == owner) {
					return i;
				}
			}
			return -1;
		}

		/**
		 * Return the values met so far.
		 * @return the values, in order
		 */
		public List<@Nullable Object> values() {
			return this.values;
		}

		/**
		 * Finish the shape.
		 * @return the shape
		 */
		public Shape build() {
			return new Shape(this.tokens.toArray());
		}

	}

}
