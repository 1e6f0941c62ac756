package dev.orm.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Predicate;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.query.Arrangement;
import dev.orm.query.Combination;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/** Computes the bounds of a slice within those taken before. */
public final class Slices {

	private Slices() {
	}

	/**
	 * Take rows of those a query takes already.
	 * @param spec the query
	 * @param from the first row, from 0
	 * @param to the row after the last; null for all that follow
	 * @return the slice, of all rows
	 */
	public static Arrangement.Slice of(QuerySpec spec, long from, @Nullable Long to) {
		Arrangement.Slice before = spec.slice();
		long offset = ((before != null) ? before.skipped() : 0) + from;
		long available = (before != null) ? Math.max(0, remaining(before, from)) : Long.MAX_VALUE;
		long wanted = (to != null) ? Math.max(0, to - from) : Long.MAX_VALUE;
		long rows = Math.min(available, wanted);
		return Arrangement.Slice.of(offset, (rows == Long.MAX_VALUE) ? null : rows);
	}

	/**
	 * Make the error for a bound below zero.
	 * @param bounds the bounds, as the caller gave them
	 * @return the error
	 */
	public static QueryValueException negative(String bounds) {
		return new QueryValueException(
				"Negative indexing is not supported: %s. hint: reverse() the order and count from the start"
					.formatted(bounds),
				Subject.ofArgument("slice"));
	}

	private static long remaining(Arrangement.Slice before, long from) {
		return (before.rows() == Long.MAX_VALUE) ? Long.MAX_VALUE : before.rows() - from;
	}

	/**
	 * Refuse what would mean the rows of one member of a set operation only.
	 * @param spec the query
	 * @param method what is refused, for the message
	 * @throws UnsupportedQueryException if the query is a set operation
	 */
	public static void checkNotCombined(QuerySpec spec, String method) {
		Combination.Compound compound = spec.latest(Combination.Compound.class);
		if (compound != null) {
			throw new UnsupportedQueryException(
					"Calling %s() after a %s is not supported. Do it on a new query with pk in (…).".formatted(method,
							compound.operator()),
					spec.model().subject().by(method));
		}
	}

	/**
	 * Turn a slice into all rows with the keys of the slice, which can be combined. They
	 * are of the same kind: values stay values.
	 * @param spec the query
	 * @return a query without a slice
	 */
	public static QuerySpec byKeys(QuerySpec spec) {
		if (!spec.isSliced()) {
			return spec;
		}
		QuerySpec keys = spec.then(new Selection.Values(List.of("pk"), Map.of()));
		Atom.Subquery slice = new Atom.Subquery(SubqueryKind.VALUE, keys, null);
		QuerySpec rows = spec.allSeen()
			.then(new Restriction.Filter(List.of(new Predicate.Lookup("pk__in", slice)), false));
		Selection.Values selected = spec.latest(Selection.Values.class);
		return (selected != null) ? rows.then(selected) : rows;
	}

	/**
	 * Take every n-th of some rows.
	 * @param <V> the rows
	 * @param rows the rows
	 * @param step how far to go; a negative one goes from the last row to the first
	 * @return the rows taken
	 */
	public static <V> List<V> stepped(List<V> rows, int step) {
		List<V> taken = new ArrayList<>();
		int start = (step > 0) ? 0 : rows.size() - 1;
		for (long i = start; i >= 0 && i < rows.size(); i += step) {
			taken.add(rows.get((int) i));
		}
		return taken;
	}

}
