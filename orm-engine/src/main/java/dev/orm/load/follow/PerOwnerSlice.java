package dev.orm.load.follow;

import java.util.ArrayList;
import java.util.Collection;

import dev.orm.expression.node.Atom;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;

/**
 * Turns the slice of a prefetched query into one for each owner.
 */
public final class PerOwnerSlice {

	private PerOwnerSlice() {
	}

	public static boolean isSliced(QuerySpec query) {
		return query.latest(Arrangement.Slice.class) != null;
	}

	/** Restrict a sliced query to one owner at a time; the slice is still to be taken. */
	public static QuerySpec restrict(QuerySpec query, String ownerPath, Collection<?> keys) {
		return unsliced(query).then(new Restriction.PerOwner(ownerPath, new Atom.Literal(new ArrayList<>(keys), null)));
	}

	/** Take the slice a query had. */
	public static QuerySpec slice(QuerySpec query, QuerySpec from) {
		Arrangement.Slice slice = from.latest(Arrangement.Slice.class);
		return (slice != null) ? query.then(slice) : query;
	}

	private static QuerySpec unsliced(QuerySpec query) {
		if (query.previous() == null || query.last() == null) {
			return query;
		}
		QuerySpec before = unsliced(query.previous());
		return (query.last() instanceof Arrangement.Slice) ? before : before.then(query.last());
	}

}
