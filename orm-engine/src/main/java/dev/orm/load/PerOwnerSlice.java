package dev.orm.load;

import java.util.ArrayList;
import java.util.Collection;

import dev.orm.expression.Nodes;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns the slice of a prefetched query into one for each owner.
 */
final class PerOwnerSlice {

	private PerOwnerSlice() {
	}

	static boolean isSliced(QuerySpec query) {
		return slice(query) != null;
	}

	/** Restrict a sliced query to one owner at a time; the slice is still to be taken. */
	static QuerySpec restrict(QuerySpec query, String ownerPath, Collection<?> keys) {
		return unsliced(query).then(new Operation.PerOwner(ownerPath, new Nodes.Literal(new ArrayList<>(keys), null)));
	}

	/** Take the slice a query had. */
	static QuerySpec slice(QuerySpec query, QuerySpec from) {
		Operation.Slice slice = slice(from);
		return (slice != null) ? query.then(slice) : query;
	}

	private static QuerySpec unsliced(QuerySpec query) {
		if (query.previous() == null || query.last() == null) {
			return query;
		}
		QuerySpec before = unsliced(query.previous());
		return (query.last() instanceof Operation.Slice) ? before : before.then(query.last());
	}

	private static Operation.@Nullable Slice slice(QuerySpec query) {
		for (QuerySpec at = query; at != null; at = at.previous()) {
			if (at.last() instanceof Operation.Slice slice) {
				return slice;
			}
		}
		return null;
	}

}
