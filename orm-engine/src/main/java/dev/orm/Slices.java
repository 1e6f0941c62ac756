package dev.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.error.QueryValueException;
import dev.orm.error.UnsupportedQueryException;
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
final class Slices {

	private Slices() {
	}

	static Arrangement.Slice of(QuerySpec spec, long from, @Nullable Long to) {
		Arrangement.Slice before = spec.slice();
		long offset = ((before != null) ? before.skipped() : 0) + from;
		long available = (before != null) ? Math.max(0, remaining(before, from)) : Long.MAX_VALUE;
		long wanted = (to != null) ? Math.max(0, to - from) : Long.MAX_VALUE;
		long rows = Math.min(available, wanted);
		return Arrangement.Slice.of(offset, (rows == Long.MAX_VALUE) ? null : rows);
	}

	static QueryValueException negative(String bounds) {
		return new QueryValueException(
				"Negative indexing is not supported: %s. hint: reverse() the order and count from the start"
					.formatted(bounds));
	}

	private static long remaining(Arrangement.Slice before, long from) {
		return (before.rows() == Long.MAX_VALUE) ? Long.MAX_VALUE : before.rows() - from;
	}

	/** What follows would mean the rows of one member only. */
	static void checkNotCombined(QuerySpec spec, String method) {
		Combination.Compound compound = spec.latest(Combination.Compound.class);
		if (compound != null) {
			throw new UnsupportedQueryException(
					"Calling %s() after a %s is not supported. Do it on a new query with pk in (…).".formatted(method,
							compound.operator()));
		}
	}

	/**
	 * Turn a slice into all rows with the keys of the slice, which can be combined. They
	 * are of the same kind: values stay values.
	 */
	static QuerySpec byKeys(QuerySpec spec) {
		if (!isSliced(spec)) {
			return spec;
		}
		QuerySpec keys = spec.then(new Selection.Values(List.of("pk"), Map.of()));
		Atom.Subquery slice = new Atom.Subquery(SubqueryKind.VALUE, keys, null);
		QuerySpec rows = QuerySpec.of(spec.model())
			.then(new Restriction.Filter(List.of(new Predicate.Lookup("pk__in", slice)), false));
		Selection.Values selected = spec.latest(Selection.Values.class);
		return (selected != null) ? rows.then(selected) : rows;
	}

	/** Take every n-th of some rows, from the last one if the step is negative. */
	static <V> List<V> stepped(List<V> rows, int step) {
		List<V> taken = new ArrayList<>();
		int start = (step > 0) ? 0 : rows.size() - 1;
		for (long i = start; i >= 0 && i < rows.size(); i += step) {
			taken.add(rows.get((int) i));
		}
		return taken;
	}

	static boolean isSliced(QuerySpec spec) {
		return spec.isSliced();
	}

}
