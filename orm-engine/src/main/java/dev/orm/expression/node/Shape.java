package dev.orm.expression.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

import dev.orm.error.QueryLimitException;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a query: all that its SQL text depends on, and nothing else. Two queries
 * of equal shape share one compiled plan and differ only in their values. Immutable.
 */
public final class Shape {

	/**
	 * How deep a query may be nested. All that walks a query after its shape was taken
	 * may recurse: this many levels fit a thread's stack of half a megabyte.
	 */
	public static final int MAX_DEPTH = 200;

	/** The levels that one counts for which doubles the text: eight make 256 times. */
	private static final int DOUBLED = 24;

	/** How many values are searched one by one. */
	private static final int SEARCHED = 16;

	private static final Object[] NOTHING = {};

	/** Its builder's array, of which the first {@link #size} places count. */
	private final Object[] tokens;

	private final int size;

	private final int hash;

	private Shape(Object[] tokens, int size) {
		this.tokens = tokens;
		this.size = size;
		this.hash = hash(tokens, size);
	}

	private static int hash(Object[] tokens, int size) {
		int hash = size;
		for (int i = 0; i < size; i++) {
			hash = 31 * hash + tokens[i].hashCode();
		}
		return hash;
	}

	/**
	 * Return a shape that outlives its builder.
	 * @return an equal shape
	 */
	public Shape copy() {
		return new Shape(Arrays.copyOf(this.tokens, this.size), this.size);
	}

	/**
	 * Return how large it is.
	 * @return the number of tokens
	 */
	public int size() {
		return this.size;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof Shape shape && this.hash == shape.hash
				&& Arrays.equals(this.tokens, 0, this.size, shape.tokens, 0, shape.size));
	}

	@Override
	public int hashCode() {
		return this.hash;
	}

	@Override
	public String toString() {
		return Arrays.asList(this.tokens).subList(0, this.size).toString();
	}

	/**
	 * Collects the tokens of a shape and, apart from them, the values in the order they
	 * are met. Not thread-safe.
	 */
	public static final class Builder {

		private final List<@Nullable Object> values = new ArrayList<>(4);

		private final List<Object> owners = new ArrayList<>(4);

		/** Where the queries inside are to be read; seldom said. */
		private List<Object> sources = List.of();

		/** Where a node's value is, once there are too many to search. */
		private @Nullable IdentityHashMap<Object, Integer> places;

		private Object[] tokens = Scratch.take();

		private int size;

		private int depth;

		/** The value whose place is looked for, and where it was met. */
		private int wanted = -1;

		private int met = -1;

		/**
		 * Add a token.
		 * @param token a constant with value equality: a string, an enum, a class, a
		 * number
		 * @return this builder
		 */
		public Builder add(Object token) {
			if (this.size == this.tokens.length) {
				this.tokens = Arrays.copyOf(this.tokens, this.size * 2);
			}
			this.tokens[this.size++] = token;
			return this;
		}

		/**
		 * Tell where a query inside is to be read, which its text does not depend on.
		 * @param source a value with equality
		 * @return this builder
		 */
		public Builder source(Object source) {
			if (this.sources.isEmpty()) {
				this.sources = new ArrayList<>(1);
			}
			this.sources.add(source);
			return this;
		}

		/**
		 * Return where the queries inside are to be read.
		 * @return what was told, in order
		 */
		public List<Object> sources() {
			return this.sources;
		}

		/**
		 * Add the parts, and how many they are.
		 * @param parts the parts
		 * @return this builder
		 */
		public Builder addAll(List<? extends Node> parts) {
			add(parts.size());
			for (int i = 0; i < parts.size(); i++) {
				addPart(parts.get(i));
			}
			return this;
		}

		/**
		 * Add a part, one level further down.
		 * @param part the part
		 * @return this builder
		 * @throws QueryLimitException if that is too far down
		 */
		public Builder addPart(Node part) {
			enter();
			part.shape(this);
			this.depth--;
			return this;
		}

		/**
		 * Add a query, one level further down.
		 * @param query the query
		 * @return this builder
		 * @throws QueryLimitException if that is too far down
		 */
		public Builder addQuery(Query query) {
			enter();
			query.shape(this);
			this.depth--;
			return this;
		}

		private void enter() {
			if (++this.depth > MAX_DEPTH) {
				throw new QueryLimitException(
						"The query is nested deeper than %d levels of conditions, expressions and subqueries. hint: a chain of the same 'and' or 'or' is one level; give long lists of alternatives as one '__in'"
							.formatted(MAX_DEPTH),
						MAX_DEPTH);
			}
		}

		/**
		 * Add parts that are written twice: in themselves they double the text at every
		 * level, so that few levels must do.
		 * @param parts the parts
		 * @return this builder
		 */
		public Builder addDoubled(List<? extends Node> parts) {
			this.depth += DOUBLED;
			addAll(parts);
			this.depth -= DOUBLED;
			return this;
		}

		/**
		 * Add a part that may be missing.
		 * @param part the part, or null
		 * @return this builder
		 */
		public Builder addOptional(@Nullable Node part) {
			if (part == null) {
				add("-");
			}
			else {
				addPart(part);
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
				return add("@").add(known);
			}
			if (this.owners.size() == this.wanted) {
				this.met = this.size;
			}
			remember(owner);
			this.values.add(value);
			ValueCategory.describe(value, this);
			return this;
		}

		private void remember(Object owner) {
			this.owners.add(owner);
			if (this.places != null) {
				this.places.put(owner, this.owners.size() - 1);
			}
			else if (this.owners.size() > SEARCHED) {
				this.places = new IdentityHashMap<>();
				for (int i = 0; i < this.owners.size(); i++) {
					this.places.put(this.owners.get(i), i);
				}
			}
		}

		/**
		 * Return the place of a node's value.
		 * @param owner the node that holds the value
		 * @return the index in {@link #values()}; -1 if it was never met
		 */
		public int ordinal(Object owner) {
			if (this.places != null) {
				return this.places.getOrDefault(owner, -1);
			}
			for (int i = 0; i < this.owners.size(); i++) {
				if (this.owners.get(i) == owner) {
					return i;
				}
			}
			return -1;
		}

		/**
		 * Look out for a value, to say where it stood.
		 * @param ordinal the index in {@link #values()}
		 * @return this builder
		 */
		public Builder watch(int ordinal) {
			this.wanted = ordinal;
			return this;
		}

		/**
		 * Return what stands before the value that was looked for: the path and the name
		 * of a lookup it is the right side of, or the name it is given to.
		 * @return the path or name; empty if it stands elsewhere
		 */
		public String watched() {
			// a literal adds two tokens of its own, a lookup three
			int lookup = this.met - 5;
			if (lookup >= 0 && this.tokens[lookup].equals("lookup")) {
				String name = (String) this.tokens[lookup + 2];
				return this.tokens[lookup + 1] + (name.isEmpty() ? "" : "__" + name);
			}
			return (lookup >= -2 && this.tokens[lookup + 2] instanceof String name) ? name : "";
		}

		/**
		 * Return the values met so far.
		 * @return the values, in order
		 */
		public List<@Nullable Object> values() {
			return this.values;
		}

		/**
		 * Return the shape, to look something up by it: it ends with {@link #release()}.
		 * @return the shape, to be copied by who keeps it
		 */
		public Shape build() {
			return new Shape(this.tokens, this.size);
		}

		/**
		 * Forget the shape and keep the values. Nothing can be added any more.
		 */
		public void release() {
			Scratch.give(this.tokens, this.size);
			this.tokens = NOTHING;
			this.size = 0;
		}

	}

	/**
	 * The array a thread collects tokens in. Almost all shapes are known, so that none is
	 * kept.
	 */
	private static final class Scratch {

		private static final int LARGEST_KEPT = 512;

		private static final ThreadLocal<@Nullable Object @Nullable []> FREE = new ThreadLocal<>();

		static Object[] take() {
			Object[] free = FREE.get();
			if (free == null) {
				return new Object[64];
			}
			FREE.set(null);
			return free;
		}

		static void give(Object[] tokens, int used) {
			if (tokens.length > 0 && tokens.length <= LARGEST_KEPT) {
				// no class of the application may live on in a thread of the server
				Arrays.fill(tokens, 0, used, null);
				FREE.set(tokens);
			}
		}

	}

}
