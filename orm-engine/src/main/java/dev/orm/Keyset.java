package dev.orm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.OrderedPath;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import org.jspecify.annotations.Nullable;

/**
 * Pages by the values of the last row instead of by counting rows: the n-th page costs as
 * much as the first, and rows that come or go move no others. The ordering is made total
 * by the key.
 */
final class Keyset {

	private static final String VALUE = "_cursor";

	private final List<Term> terms;

	private final QuerySpec spec;

	private Keyset(QuerySpec spec, List<Term> terms) {
		this.spec = spec;
		this.terms = terms;
	}

	/**
	 * A term of the ordering.
	 *
	 * @param path what orders
	 * @param descending whether the largest comes first
	 * @param nullsFirst whether NULLs come first
	 * @param nullable whether there may be NULLs
	 */
	private record Term(String path, boolean descending, boolean nullsFirst, boolean nullable) {

		Node lookup(String name, @Nullable Object value) {
			return new Predicate.Lookup(this.path + "__" + name, Nodes.of(value));
		}

		/** The rows with the same value. */
		Node same(@Nullable String value) {
			return (value == null) ? lookup("isnull", true) : lookup("exact", value);
		}

		/** The rows that come after a value; null if none can. */
		@Nullable Node after(@Nullable String value) {
			if (value == null) {
				return this.nullsFirst ? lookup("isnull", false) : null;
			}
			Node larger = lookup(this.descending ? "lt" : "gt", value);
			// without the test an index on the ordering leads straight to the page
			return (this.nullsFirst || !this.nullable) ? larger
					: new Predicate.Junction(Connector.OR, List.of(larger, lookup("isnull", true)));
		}

	}

	static Keyset of(QuerySpec spec) {
		List<Term> terms = new ArrayList<>();
		for (Node node : ordering(spec)) {
			terms.add(term(spec.model(), node));
		}
		if (terms.stream().noneMatch((term) -> isUnique(spec.model(), term.path()))) {
			spec.model().key().forEach((field) -> terms.add(new Term(field.name(), false, false, false)));
		}
		return new Keyset(spec, terms);
	}

	private static List<Node> ordering(QuerySpec spec) {
		Arrangement.OrderBy ordering = spec.latest(Arrangement.OrderBy.class);
		return (ordering != null) ? ordering.terms()
				: spec.model().ordering().stream().<Node>map(Atom.Field::new).toList();
	}

	private static Term term(EntityModel model, Node node) {
		if (node instanceof Atom.Field field) {
			OrderedPath ordered = OrderedPath.of(field.path());
			return new Term(ordered.path(), ordered.descending(), ordered.descending(),
					isNullable(model, ordered.path()));
		}
		if (node instanceof Clause.Ordering ordering && ordering.expression() instanceof Atom.Field field) {
			boolean first = (ordering.nulls() == Nulls.DEFAULT) ? ordering.descending()
					: ordering.nulls() == Nulls.FIRST;
			return new Term(field.path(), ordering.descending(), first, isNullable(model, field.path()));
		}
		throw new FieldException(
				"Keyset paging needs an ordering by fields and annotations, not by expressions: annotate %s first and order by its name."
					.formatted(node));
	}

	/** Whether there may be NULLs: in a nullable column, or behind a relation. */
	private static boolean isNullable(EntityModel model, String path) {
		return model.field(path).map(FieldModel::nullable).orElse(true);
	}

	private static boolean isUnique(EntityModel model, String path) {
		return model.field(path).filter((field) -> field.unique() && !field.nullable()).isPresent();
	}

	/**
	 * The query for the rows after a cursor, with the values of the next cursor as
	 * annotations.
	 */
	QuerySpec after(@Nullable String cursor, int size) {
		if (Slices.isSliced(this.spec)) {
			throw new IllegalQueryException("A sliced queryset cannot be paged by keys: page instead of slicing.");
		}
		QuerySpec page = (cursor != null) ? this.spec.then(new Restriction.Filter(List.of(behind(cursor)), false))
				: this.spec;
		List<Node> order = new ArrayList<>();
		Map<String, Node> values = new LinkedHashMap<>();
		for (Term term : this.terms) {
			Nulls nulls = (term.nullsFirst() == term.descending()) ? Nulls.DEFAULT
					: term.nullsFirst() ? Nulls.FIRST : Nulls.LAST;
			order.add(new Clause.Ordering(new Atom.Field(term.path()), term.descending(), nulls));
			values.put(VALUE + values.size(), new Atom.Field(term.path()));
		}
		return page.then(new Arrangement.OrderBy(order))
			.then(new Selection.Annotate(values, true))
			.then(Arrangement.Slice.of(0, (long) size + 1));
	}

	private Node behind(String cursor) {
		List<@Nullable String> values = decode(cursor);
		List<Node> alternatives = new ArrayList<>();
		for (int i = 0; i < this.terms.size(); i++) {
			Node after = this.terms.get(i).after(values.get(i));
			if (after != null) {
				List<Node> parts = new ArrayList<>();
				for (int j = 0; j < i; j++) {
					parts.add(this.terms.get(j).same(values.get(j)));
				}
				parts.add(after);
				alternatives.add(new Predicate.Junction(Connector.AND, parts));
			}
		}
		if (alternatives.isEmpty()) {
			// the key is never null, so no page ends with such a row
			throw foreign(cursor);
		}
		return new Predicate.Junction(Connector.OR, alternatives);
	}

	private static QueryValueException foreign(String cursor) {
		return new QueryValueException(
				"The cursor does not belong to this ordering: '" + cursor + "'. Start from the first page.");
	}

	String cursor(Map<String, @Nullable Object> annotations) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.terms.size(); i++) {
			Object value = annotations.get(VALUE + i);
			String part = (value == null) ? "-" : "=" + encode(String.valueOf(value));
			text.append((i > 0) ? "." : "").append(part);
		}
		return encode(text.toString());
	}

	void forget(Map<String, @Nullable Object> annotations) {
		for (int i = 0; i < this.terms.size(); i++) {
			annotations.remove(VALUE + i);
		}
	}

	private List<@Nullable String> decode(String cursor) {
		try {
			List<@Nullable String> values = new ArrayList<>();
			for (String part : text(cursor).split("\\.")) {
				values.add(part.equals("-") ? null : text(part.substring(1)));
			}
			if (values.size() != this.terms.size()) {
				throw new IllegalArgumentException("another ordering");
			}
			return values;
		}
		catch (IllegalArgumentException | StringIndexOutOfBoundsException ex) {
			throw foreign(cursor);
		}
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(String encoded) {
		return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
	}

}
