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

	/** Restrict a sliced query to one owner at a time; the slice is still to be taken. */
	public static QuerySpec restrict(QuerySpec query, String ownerPath, Collection<?> keys) {
		return query.unsliced()
			.then(new Restriction.PerOwner(ownerPath, new Atom.Literal(new ArrayList<>(keys), null)));
	}

	/** Take the slice a query had. */
	public static QuerySpec slice(QuerySpec query, QuerySpec from) {
		Arrangement.Slice slice = from.slice();
		return (slice != null) ? query.then(slice) : query;
	}

}
