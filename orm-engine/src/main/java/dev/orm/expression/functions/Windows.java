package dev.orm.expression.functions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Expression;
import dev.orm.expression.Nodes;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.Orderable;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Frame;
import dev.orm.expression.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * Window functions, to be imported statically:
 * {@code over(rank()).partitionBy(PRODUCT.category).orderBy(PRODUCT.price.desc())}.
 * Django's {@code Window} and {@code db.models.functions.window}.
 */
public class Windows extends SearchFunctions {

	/** There are no instances: a class further down hands on these functions. */
	protected Windows() {
	}

	/**
	 * Compute a function or aggregate over the rows around each row.
	 * @param <R> the root model
	 * @param <T> the Java class of its values
	 * @param function a window function or an aggregate
	 * @return a window over all rows, to go on with
	 */
	public static <R, T> Over<R, T> over(Expression<R, T> function) {
		return new Over<>(new Computation.Window(function.node(), List.of(), List.of(), null, null));
	}

	/**
	 * Number the rows from 1.
	 * @param <R> the root model
	 * @return a function for {@link #over}
	 */
	public static <R> NumberExpression<R, Long> rowNumber() {
		return call("RowNumber", Map.of());
	}

	/**
	 * Rank the rows from 1, with gaps after equal ones.
	 * @param <R> the root model
	 * @return a function for {@link #over}
	 */
	public static <R> NumberExpression<R, Long> rank() {
		return call("Rank", Map.of());
	}

	/**
	 * Rank the rows from 1, without gaps.
	 * @param <R> the root model
	 * @return a function for {@link #over}
	 */
	public static <R> NumberExpression<R, Long> denseRank() {
		return call("DenseRank", Map.of());
	}

	/**
	 * Rank the rows from 0 to 1.
	 * @param <R> the root model
	 * @return a function for {@link #over}
	 */
	public static <R> NumberExpression<R, Double> percentRank() {
		return call("PercentRank", Map.of());
	}

	/**
	 * Take the share of rows up to this one.
	 * @param <R> the root model
	 * @return a function for {@link #over}
	 */
	public static <R> NumberExpression<R, Double> cumeDist() {
		return call("CumeDist", Map.of());
	}

	/**
	 * Deal the rows out to buckets of about equal size.
	 * @param <R> the root model
	 * @param buckets how many, at least 1
	 * @return a function for {@link #over}
	 */
	public static <R> NumberExpression<R, Integer> ntile(int buckets) {
		return call("Ntile", Map.of("num_buckets", buckets));
	}

	/**
	 * Take the value of the row before; NULL for the first.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> lag(Expression<R, T> expression) {
		return lag(expression, 1, null);
	}

	/**
	 * Take the value of a row before.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @param offset how many rows before, at least 1
	 * @param otherwise a value or an expression for rows without such a row, or null
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> lag(Expression<R, T> expression, int offset,
			@Nullable Object otherwise) {
		return neighbour("Lag", expression, offset, otherwise);
	}

	/**
	 * Take the value of the row after; NULL for the last.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> lead(Expression<R, T> expression) {
		return lead(expression, 1, null);
	}

	/**
	 * Take the value of a row after.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @param offset how many rows after, at least 1
	 * @param otherwise a value or an expression for rows without such a row, or null
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> lead(Expression<R, T> expression, int offset,
			@Nullable Object otherwise) {
		return neighbour("Lead", expression, offset, otherwise);
	}

	/**
	 * Take the value of the first row of the frame.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> firstValue(Expression<R, T> expression) {
		return Calls.number("FirstValue", expression);
	}

	/**
	 * Take the value of the last row of the frame, which by default ends at the current
	 * row and its equals.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> lastValue(Expression<R, T> expression) {
		return Calls.number("LastValue", expression);
	}

	/**
	 * Take the value of a row of the frame.
	 * @param <R> the root model
	 * @param <T> the Java class of the values
	 * @param expression the value
	 * @param nth which row, from 1
	 * @return a function for {@link #over}
	 */
	public static <R, T> NumberExpression<R, T> nthValue(Expression<R, T> expression, int nth) {
		return NumberExpression.of(Calls.node("NthValue", Map.of("nth", nth), expression));
	}

	private static <R, T> NumberExpression<R, T> call(String name, Map<String, Object> options) {
		return NumberExpression.of(new Computation.Function(name, List.of(), options, null));
	}

	private static <R, T> NumberExpression<R, T> neighbour(String name, Expression<R, T> expression, int offset,
			@Nullable Object otherwise) {
		Object[] others = (otherwise != null) ? new Object[] { otherwise } : new Object[0];
		return NumberExpression.of(Calls.node(name, Map.of("offset", offset), expression, others));
	}

	/**
	 * A window. Immutable; each method returns a changed copy.
	 *
	 * @param <R> the root model
	 * @param <T> the Java class of its values
	 */
	public static final class Over<R, T> implements NumberExpression<R, T> {

		private final Computation.Window window;

		private Over(Computation.Window window) {
			this.window = window;
		}

		/**
		 * Look only at rows that are equal in some expressions.
		 * @param <S> the root model, where the function leaves it open
		 * @param expressions the expressions
		 * @return a copy
		 */
		@SafeVarargs
		public final <S extends R> Over<S, T> partitionBy(Expression<? super S, ?>... expressions) {
			List<Node> nodes = new ArrayList<>();
			for (Expression<? super S, ?> expression : expressions) {
				nodes.add(expression.node());
			}
			return copy(nodes, this.window.orderBy(), this.window.frame());
		}

		/**
		 * Look only at rows that are equal in some paths.
		 * @param paths segments joined by two underscores
		 * @return a copy
		 */
		public Over<R, T> partitionBy(String... paths) {
			List<Node> nodes = Arrays.stream(paths).<Node>map(Atom.Field::new).toList();
			return copy(nodes, this.window.orderBy(), this.window.frame());
		}

		/**
		 * Order the rows.
		 * @param <S> the root model, where the function leaves it open
		 * @param terms the ordering; an expression orders by its smallest value first
		 * @return a copy
		 */
		@SafeVarargs
		@SuppressWarnings("varargs")
		public final <S extends R> Over<S, T> orderBy(Orderable<? super S>... terms) {
			return copy(this.window.partitionBy(), Nodes.ordering(terms), this.window.frame());
		}

		/**
		 * Order the rows.
		 * @param terms paths, a leading minus for descending
		 * @return a copy
		 */
		public Over<R, T> orderBy(String... terms) {
			return copy(this.window.partitionBy(), Nodes.ordering(terms), this.window.frame());
		}

		/**
		 * Look only at rows at some distance. Django's {@code RowRange}.
		 * @param start rows; negative for before, 0 for the current row, null for all
		 * @param end as start
		 * @return a copy
		 */
		public Over<R, T> rows(@Nullable Integer start, @Nullable Integer end) {
			return frame(new Frame(true, start, end, Frame.Exclusion.NO_OTHERS));
		}

		/**
		 * Look only at rows whose value is at some distance. Django's {@code ValueRange}.
		 * @param start the distance; negative for before, 0 for the current row, null for
		 * all
		 * @param end as start
		 * @return a copy
		 */
		public Over<R, T> range(@Nullable Integer start, @Nullable Integer end) {
			return frame(new Frame(false, start, end, Frame.Exclusion.NO_OTHERS));
		}

		/**
		 * Leave rows out of the frame; where none is given, out of all up to the current
		 * row and its equals.
		 * @param exclusion which rows
		 * @return a copy
		 */
		public Over<R, T> excluding(Frame.Exclusion exclusion) {
			Frame given = this.window.frame();
			return frame((given != null) ? new Frame(given.rows(), given.start(), given.end(), exclusion)
					: new Frame(false, null, 0, exclusion));
		}

		/**
		 * Look only at the rows of a frame.
		 * @param frame the frame
		 * @return a copy
		 */
		public Over<R, T> frame(Frame frame) {
			return copy(this.window.partitionBy(), this.window.orderBy(), frame);
		}

		@Override
		public Node node() {
			return this.window;
		}

		private <S> Over<S, T> copy(List<Node> partitionBy, List<Node> orderBy, @Nullable Frame frame) {
			return new Over<>(
					new Computation.Window(this.window.expression(), partitionBy, orderBy, frame, this.window.type()));
		}

	}

}
