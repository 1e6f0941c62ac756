package dev.orm;

import java.util.List;
import java.util.Map;

import dev.orm.expression.Nodes;
import dev.orm.expression.SubqueryKind;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/** Computes the bounds of a slice within those taken before. */
final class Slices {

	private Slices() {
	}

	static Operation.Slice of(QuerySpec spec, long from, @Nullable Long to) {
		Operation.Slice before = find(spec);
		long offset = ((before != null) ? before.skipped() : 0) + from;
		long available = (before != null) ? Math.max(0, remaining(before, from)) : Long.MAX_VALUE;
		long wanted = (to != null) ? Math.max(0, to - from) : Long.MAX_VALUE;
		long rows = Math.min(available, wanted);
		return Operation.Slice.of(offset, (rows == Long.MAX_VALUE) ? null : rows);
	}

	private static long remaining(Operation.Slice before, long from) {
		return (before.rows() == Long.MAX_VALUE) ? Long.MAX_VALUE : before.rows() - from;
	}

	private static Operation.@Nullable Slice find(QuerySpec spec) {
		for (QuerySpec at = spec; at != null; at = at.previous()) {
			if (at.last() instanceof Operation.Slice slice) {
				return slice;
			}
			if (at.last() instanceof Operation.Compound) {
				return null;
			}
		}
		return null;
	}

	/** Turn a slice into all rows with the keys of the slice, which can be combined. */
	static QuerySpec byKeys(QuerySpec spec) {
		if (!isSliced(spec)) {
			return spec;
		}
		QuerySpec keys = spec.then(new Operation.Values(List.of("pk"), Map.of()));
		Nodes.Subquery slice = new Nodes.Subquery(SubqueryKind.VALUE, keys, null);
		return QuerySpec.of(spec.model()).then(new Operation.Filter(List.of(new Nodes.Lookup("pk__in", slice)), false));
	}

	static boolean isSliced(QuerySpec spec) {
		return find(spec) != null;
	}

}
