package dev.orm.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Pages by the values of the last row instead of by counting rows: the n-th page costs as
 * much as the first, and rows that come or go move no others. The ordering is made total
 * by the key. Immutable.
 */
public final class Keyset {

	/** How far an ordering leads from model to model. */
	private static final int DEEPEST = 20;

	private final List<Term> terms;

	private final QuerySpec spec;

	/** Whether the query turns any ordering around that it is given. */
	private final boolean reversed;

	private Keyset(QuerySpec spec, List<Term> terms, boolean reversed) {
		this.spec = spec;
		this.terms = terms;
		this.reversed = reversed;
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

		Clause.Ordering ordering() {
			Nulls nulls = (this.nullsFirst == this.descending) ? Nulls.DEFAULT
					: this.nullsFirst ? Nulls.FIRST : Nulls.LAST;
			return new Clause.Ordering(new Atom.Field(this.path), this.descending, nulls);
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

	/**
	 * Find the terms of a query's ordering, made total by the key.
	 * @param spec the query
	 * @return the way to page through it
	 * @throws FieldException if it is ordered by an expression or a document
	 */
	public static Keyset of(QuerySpec spec) {
		boolean reversed = spec.isReversed();
		List<Term> terms = new ArrayList<>();
		for (Clause.Ordering ordering : spec.ordering()) {
			checkAnnotation(spec, ordering.path());
			terms.addAll(terms(spec.model(), ordering.turned(reversed), 0));
		}
		if (terms.stream().noneMatch((term) -> isUnique(spec.model(), term.path()))) {
			spec.model()
				.key()
				.stream()
				.filter((field) -> terms.stream().noneMatch((term) -> term.path().equals(field.name())))
				.forEach((field) -> terms.add(new Term(field.name(), false, false, false)));
		}
		return new Keyset(spec, terms, reversed);
	}

	private static List<Term> terms(EntityModel model, Clause.Ordering ordering, int depth) {
		List<Clause.Ordering> further = ordering.named() ? targetOrdering(model, ordering.path()) : List.of();
		if (!further.isEmpty()) {
			return further(model, ordering, further, depth);
		}
		if (!ordering.path().isEmpty()) {
			boolean first = (ordering.nulls() == Nulls.DEFAULT) ? ordering.descending()
					: ordering.nulls() == Nulls.FIRST;
			return OrderedPath.of(model, ordering.path())
				.columns()
				.stream()
				.map((column) -> term(column, ordering.descending(), first))
				.toList();
		}
		throw new FieldException(
				"Keyset paging needs an ordering by fields and annotations, not by expressions: annotate %s first and order by its name."
					.formatted(ordering),
				model.subject().by("orderBy"));
	}

	/** A relation that is named stands for the ordering of the model it leads to. */
	private static List<Term> further(EntityModel model, Clause.Ordering ordered, List<Clause.Ordering> further,
			int depth) {
		if (depth > DEEPEST) {
			throw new FieldException(
					"Infinite loop caused by ordering: the default ordering of %s leads back to itself."
						.formatted(model.name()),
					model.subject());
		}
		List<Term> terms = new ArrayList<>();
		for (Clause.Ordering next : further) {
			terms.addAll(terms(model, next.behind(ordered.path(), ordered.descending()), depth + 1));
		}
		return terms;
	}

	private static List<Clause.Ordering> targetOrdering(EntityModel model, String path) {
		OrderedPath ordered = OrderedPath.of(model, path);
		return (ordered.name() == null) ? ordered.end().ordering() : List.of();
	}

	private static Term term(OrderedPath column, boolean descending, boolean nullsFirst) {
		if (column.isSeveralValues()) {
			throw new FieldException(
					"Keyset paging cannot order by the document or list '%s': annotate its text, kt(…), or a number cast from it."
						.formatted(column.path()),
					Subject.ofPath(column.model().name(), column.path()));
		}
		return new Term(column.path(), descending, nullsFirst, column.isNullable());
	}

	/** What is ordered by has one value, as a cursor holds it. */
	private static void checkAnnotation(QuerySpec spec, String name) {
		for (Selection.Annotate annotate : spec.annotations()) {
			if (annotate.expressions().get(name) instanceof Atom.Field field
					&& OrderedPath.of(spec.model(), field.path()).columns().size() > 1) {
				throw new FieldException(
						"Keyset paging cannot order by the annotation '%s', a key of several columns. hint: order by '%s' itself"
							.formatted(name, field.path()),
						Subject.ofPath(spec.model().name(), name));
			}
		}
	}

	private static boolean isUnique(EntityModel model, String path) {
		return model.field(path).filter((field) -> field.unique() && !field.nullable()).isPresent();
	}

	/**
	 * Return the query for the rows after a cursor, with the values of the next cursor
	 * beside them.
	 * @param cursor the cursor; null for the first page
	 * @param size how many rows a page has; one more is asked for
	 * @return the query
	 * @throws QueryValueException if the cursor belongs to another ordering
	 */
	public QuerySpec after(@Nullable String cursor, int size) {
		if (this.spec.isSliced()) {
			throw new IllegalQueryException("A sliced queryset cannot be paged by keys: page instead of slicing.",
					this.spec.model().subject().by("slice"));
		}
		QuerySpec page = (cursor != null) ? this.spec.then(new Restriction.Filter(List.of(behind(cursor)), false))
				: this.spec;
		List<Clause.Ordering> order = new ArrayList<>();
		List<Node> values = new ArrayList<>();
		for (Term term : this.terms) {
			order.add(term.ordering().turned(this.reversed));
			values.add(new Atom.Field(term.path()));
		}
		return page.then(new Arrangement.OrderBy(order))
			.then(new Selection.Beside(values))
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
				"The cursor does not belong to this ordering: '" + cursor + "'. Start from the first page.",
				Subject.ofArgument("cursor"))
			.of(cursor);
	}

	/**
	 * Return the cursor behind a row.
	 * @param values what came beside the row
	 * @return the cursor, a text for addresses
	 */
	public static String cursor(List<@Nullable Object> values) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < values.size(); i++) {
			Object value = values.get(i);
			String part = (value == null) ? "-" : "=" + encode(text(value));
			text.append((i > 0) ? "." : "").append(part);
		}
		return encode(text.toString());
	}

	private List<@Nullable String> decode(String cursor) {
		try {
			List<@Nullable String> values = new ArrayList<>();
			for (String part : decoded(cursor).split("\\.")) {
				values.add(part.equals("-") ? null : decoded(part.substring(1)));
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

	private static String text(Object value) {
		if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
			throw new IllegalQueryException(
					"Keyset paging cannot continue behind a list or a document: order by a text, a number or a time.",
					Subject.ofArgument("cursor"));
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		return ValueTypes.natural(value.getClass()).map((type) -> type.codec().text(value)).orElse(value.toString());
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static String decoded(String encoded) {
		return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
	}

}
