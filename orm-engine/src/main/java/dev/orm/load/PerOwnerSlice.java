package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.expression.Node;
import dev.orm.expression.Nodes;
import dev.orm.expression.Nulls;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns the slice of a prefetched query into one for each owner, by numbering the rows of
 * each.
 */
final class PerOwnerSlice {

	private static final String NUMBER = "_prefetch_row_number";

	private PerOwnerSlice() {
	}

	static QuerySpec apply(QuerySpec query, String ownerPath) {
		return apply(query, unsliced(query), ownerPath);
	}

	/**
	 * Number the rows of a restricted query and keep what the slice of the original kept.
	 */
	static QuerySpec apply(QuerySpec original, QuerySpec restricted, String ownerPath) {
		Operation.Slice slice = slice(original);
		if (slice == null) {
			return restricted;
		}
		Node number = new Nodes.Window(new Nodes.Function("RowNumber", List.of(), Map.of(), null),
				List.of(new Nodes.Field(ownerPath)), turned(original), null, null);
		List<Node> bounds = new ArrayList<>();
		bounds.add(new Nodes.Lookup(NUMBER + "__gt", Nodes.of(slice.skipped())));
		if (slice.limit() != null) {
			bounds.add(new Nodes.Lookup(NUMBER + "__lte", Nodes.of(slice.skipped() + slice.rows())));
		}
		return restricted.then(new Operation.Annotate(Map.of(NUMBER, number), false))
			.then(new Operation.Filter(bounds, false));
	}

	static QuerySpec unsliced(QuerySpec query) {
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

	private static List<Node> turned(QuerySpec query) {
		boolean reversed = false;
		for (QuerySpec at = query; at != null; at = at.previous()) {
			reversed ^= at.last() == Operation.Simple.REVERSE;
		}
		List<Node> terms = ordering(query);
		return reversed ? terms.stream().map(PerOwnerSlice::turned).toList() : terms;
	}

	private static Node turned(Node term) {
		if (!(term instanceof Nodes.Ordering ordering)) {
			return term;
		}
		Nulls nulls = switch (ordering.nulls()) {
			case FIRST -> Nulls.LAST;
			case LAST -> Nulls.FIRST;
			default -> Nulls.DEFAULT;
		};
		return new Nodes.Ordering(ordering.expression(), !ordering.descending(), nulls);
	}

	private static List<Node> ordering(QuerySpec query) {
		for (QuerySpec at = query; at != null; at = at.previous()) {
			if (at.last() instanceof Operation.OrderBy ordering) {
				return ordering.terms().stream().map(PerOwnerSlice::term).toList();
			}
		}
		return query.model().ordering().stream().map((path) -> term(new Nodes.Field(path))).toList();
	}

	private static Node term(Node term) {
		if (term instanceof Nodes.Field field && field.path().startsWith("-")) {
			return new Nodes.Ordering(new Nodes.Field(field.path().substring(1)), true, Nulls.DEFAULT);
		}
		return (term instanceof Nodes.Ordering) ? term : new Nodes.Ordering(term, false, Nulls.DEFAULT);
	}

}
