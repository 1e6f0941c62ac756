package dev.orm.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Nulls;
import dev.orm.expression.node.OrderedPath;
import dev.orm.query.Paths;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Cast;
import dev.orm.sql.Parameter;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.ServerValue;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.Truth;
import dev.orm.tree.SqlNames;
import dev.orm.tree.Terms;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Resolves an ordering: references to the select list, annotations, and paths, where a
 * relation stands for the default ordering of its model. Django's {@code get_order_by}
 * and {@code find_ordering_name}.
 */
final class OrderingPlanner {

	private final SelectQuery query;

	private final ColumnResolver columns;

	private boolean byDefault;

	OrderingPlanner(SelectQuery query) {
		this.query = query;
		this.columns = new ColumnResolver(query);
	}

	/** Whether the ordering is the model's default, which no grouping follows. */
	boolean isDefault() {
		return this.byDefault;
	}

	/** Raise an error for paths that do not exist, before anything else does. */
	void check() {
		for (Clause.Ordering term : this.query.ordering()) {
			if (term.named() && this.query.compound == null) {
				checkPath(term.path());
			}
			if (term.containsAggregate()) {
				throw new FieldException(
						"Using an aggregate in orderBy() of %s without also including it in annotate() is not allowed: %s"
							.formatted(this.query.model.name(), term),
						this.query.model.subject());
			}
		}
	}

	/**
	 * Refuse to update in the order of an aggregate. Django inlines annotations there.
	 */
	void checkUpdatable() {
		for (Clause.Ordering term : this.query.ordering()) {
			String name = term.named() ? term.path() : "";
			Sql annotation = this.query.annotations.get(name);
			if (annotation != null && annotation.containsAggregate()) {
				throw new FieldException(
						"Cannot update %s when ordering by an aggregate: %s".formatted(this.query.model.name(), name),
						Subject.ofPath(this.query.model.name(), name));
			}
		}
	}

	private void checkPath(String path) {
		if (OrderedPath.isRandom(path)) {
			return;
		}
		List<String> names = Paths.split(path);
		if (!this.query.annotations.contains(path) && !this.query.annotations.contains(names.get(0))) {
			PathFinder.find(this.query, names);
		}
	}

	List<Sql> plan(List<Selection> selections) {
		List<Sql> terms = new ArrayList<>();
		for (Clause.Ordering term : terms()) {
			for (Sql sql : resolve(term, selections)) {
				if (!terms.contains(sql)) {
					terms.add(sql);
				}
			}
		}
		return terms;
	}

	/** The terms that are asked for, or the model's. */
	List<Clause.Ordering> terms() {
		if (!this.query.isOrderedByDefault()) {
			return this.query.ordering();
		}
		this.byDefault = true;
		return this.query.model.ordering();
	}

	private List<Sql> resolve(Clause.Ordering term, List<Selection> selections) {
		return term.named() ? path(term, selections) : expression(term, selections);
	}

	private List<Sql> expression(Clause.Ordering ordering, List<Selection> selections) {
		if (ordering.expression() instanceof Atom.Field field) {
			Sql position = named(field.path(), selections);
			if (position != null) {
				return List.of(term(position, ordering));
			}
		}
		Sql sql = new ExpressionResolver(this.query, ResolveMode.EXPRESSION).resolve(ordering.expression());
		return each(sql, ordering, selections);
	}

	/** A composite key orders by each of its columns, as DISTINCT ON names each. */
	private List<Sql> each(Sql expression, Clause.Ordering ordering, List<Selection> selections) {
		List<Sql> terms = new ArrayList<>();
		for (Sql part : ColumnResolver.parts(expression)) {
			terms.add(term(placed(typed(part), selections), ordering));
		}
		return terms;
	}

	/** A value of no known type could be a position to the server. */
	static Sql typed(Sql term) {
		return (term instanceof Parameter || term instanceof Truth) ? new Cast(term, term.type()) : term;
	}

	private static Sql placed(Sql sql, List<Selection> selections) {
		for (int i = 0; i < selections.size(); i++) {
			if (selections.get(i).alias() != null && selections.get(i).expression().equals(sql)) {
				return Terms.position(i + 1, sql.type());
			}
		}
		return sql;
	}

	/** The place in the select list of what has a name there. */
	static @Nullable Sql named(String name, List<Selection> selections) {
		String alias = SqlNames.of(name);
		for (int i = 0; i < selections.size(); i++) {
			if (alias.equals(selections.get(i).alias())) {
				return Terms.position(i + 1, selections.get(i).expression().type());
			}
		}
		return null;
	}

	private List<Sql> path(Clause.Ordering ordered, List<Selection> selections) {
		String path = ordered.path();
		if (OrderedPath.isRandom(path)) {
			return List.of(SortTerm.ascending(new ServerValue(ServerValue.Source.RANDOM, ValueTypes.FLOAT)));
		}
		Sql position = named(path, selections);
		if (position != null) {
			return List.of(term(position, ordered));
		}
		Sql annotation = annotation(path);
		if (annotation != null) {
			return each(annotation, ordered, selections);
		}
		Sql selected = this.query.select.named(path);
		if (selected != null) {
			return each(selected, ordered, selections);
		}
		return find(ordered, 0, new HashSet<>());
	}

	private @Nullable Sql annotation(String path) {
		Sql whole = this.query.annotations.get(path);
		if (whole != null) {
			return whole;
		}
		List<String> names = Paths.split(path);
		Sql first = this.query.annotations.get(names.get(0));
		return (first != null) ? this.columns.transform(first, names.subList(1, names.size())) : null;
	}

	/** A term of the ordering, turned around where the query is. */
	Sql term(Sql expression, Clause.Ordering ordering) {
		Clause.Ordering turned = ordering.turned(this.query.isReversed());
		return new SortTerm(expression, turned.descending(), nulls(turned.nulls()));
	}

	static SortTerm.Nulls nulls(Nulls nulls) {
		return switch (nulls) {
			case FIRST -> SortTerm.Nulls.FIRST;
			case LAST -> SortTerm.Nulls.LAST;
			case DEFAULT -> SortTerm.Nulls.DEFAULT;
		};
	}

	private List<Sql> find(Clause.Ordering ordered, int behind, Set<Object> seen) {
		List<String> names = Paths.split(ordered.path());
		ResolvedPath path = PathFinder.find(this.query, this.query.model, names);
		JoinedPath joined = this.columns.join(path, this.query.base(), JoinScope.ANY);
		boolean transforms = !path.rest().isEmpty();
		boolean follows = path.relation() != null && !path.model().ordering().isEmpty() && !path.byAttname()
				&& !names.get(names.size() - 1).equals("pk") && !transforms;
		if (follows) {
			return follow(path, ordered, behind, seen);
		}
		this.columns.checkTransforms(path);
		JoinedPath trimmed = this.columns.trim(joined);
		List<Sql> terms = new ArrayList<>();
		trimmed.targets().forEach((target) -> {
			Sql column = this.columns.transform(FieldColumns.of(trimmed.lastAlias(), target), path.rest());
			terms.add(term(column, ordered));
		});
		return terms;
	}

	private List<Sql> follow(ResolvedPath path, Clause.Ordering ordered, int behind, Set<Object> seen) {
		int steps = path.steps().size();
		if (!seen.add(path.steps().subList(behind, steps).stream().map(ResolvedPath.Hop::step).toList())) {
			throw new FieldException("Infinite loop caused by ordering: the default ordering of %s leads back to it."
				.formatted(path.model().name()), path.model().subject());
		}
		List<Sql> terms = new ArrayList<>();
		for (Clause.Ordering item : path.model().ordering()) {
			Clause.Ordering next = item.behind(ordered.path(), ordered.descending());
			terms.addAll(next.named() ? find(next, steps, seen) : expression(next, List.of()));
		}
		return terms;
	}

}
