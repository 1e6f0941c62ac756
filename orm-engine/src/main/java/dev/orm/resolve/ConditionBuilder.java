package dev.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.lookup.Operand;
import dev.orm.query.Paths;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;
import dev.orm.type.Kind;

/**
 * Turns conditions into SQL with Django's meaning: shared joins within one call, votes on
 * INNER and LEFT, NULL-aware negation, to-many excludes as subqueries. Django's
 * {@code build_filter} and {@code _add_q}.
 */
final class ConditionBuilder {

	private final SelectQuery query;

	private final ColumnResolver columns;

	ConditionBuilder(SelectQuery query) {
		this.query = query;
		this.columns = new ColumnResolver(query);
	}

	/**
	 * A condition and the joins whose rows it needs.
	 *
	 * @param condition the condition
	 * @param needed the aliases
	 */
	record Clause(Sql condition, Set<String> needed) {

	}

	/** Add the conditions of one filter or exclude call to the query. */
	void add(List<Node> conditions, boolean negated) {
		add(conditions, negated, ResolveMode.filter(this.query.usedAliases));
	}

	/** Add a condition that shares any join there is, to-many ones included. */
	void addReusing(Node condition) {
		add(List.of(condition), false, ResolveMode.filter(null));
	}

	private void add(List<Node> conditions, boolean negated, ResolveMode mode) {
		Set<String> inner = this.query.joins.inner();
		Clause clause = junction(Connector.AND, conditions, negated, mode);
		this.query.where(clause.condition());
		this.query.joins.demote(inner);
	}

	Clause build(Node node, ResolveMode mode) {
		if (node instanceof Predicate.Junction junction) {
			return junction(junction.connector(), junction.parts(), false, mode);
		}
		if (node instanceof Predicate.Negation negation) {
			return negation(negation.part(), mode);
		}
		return (node instanceof Predicate.Lookup lookup) ? lookup(lookup, mode) : expression(node, mode);
	}

	private Clause negation(Node part, ResolveMode mode) {
		if (part instanceof Predicate.Junction junction) {
			return junction(junction.connector(), junction.parts(), true, mode);
		}
		return junction(Connector.AND, List.of(part), true, mode);
	}

	private Clause junction(Connector connector, List<Node> parts, boolean negated, ResolveMode around) {
		List<Node> flat = Junctions.flatten(connector, parts);
		if (flat.isEmpty()) {
			return new Clause(Terms.TRUE, Set.of());
		}
		ResolveMode mode = around.negate(negated);
		JoinVotes votes = new JoinVotes(connector, flat.size(), mode.negated());
		List<Sql> conditions = new ArrayList<>();
		for (Node part : flat) {
			Clause clause = build(part, mode);
			votes.add(clause.needed());
			conditions.add(clause.condition());
		}
		Set<String> needed = mode.updateJoins() ? votes.apply(this.query.joins) : votes.all();
		return new Clause(negated ? Junctions.none(connector, conditions) : Junctions.join(connector, conditions),
				needed);
	}

	private Clause expression(Node node, ResolveMode mode) {
		if (node instanceof Atom.Field field) {
			throw new IllegalQueryException(
					"Cannot filter against a non-conditional expression: '%s' on %s is a reference. hint: compare it with true"
						.formatted(field.path(), this.query.model.name()));
		}
		Sql condition = new ExpressionResolver(this.query, mode).resolve(node);
		if (condition.type().kind() != Kind.BOOLEAN) {
			throw new IllegalQueryException("Cannot filter against a non-conditional expression of type %s on %s."
				.formatted(condition.type(), this.query.model.name()));
		}
		return new Clause(condition, Set.of());
	}

	private Clause lookup(Predicate.Lookup node, ResolveMode mode) {
		List<String> names = Paths.split(node.path());
		for (int i = 1; i <= names.size(); i++) {
			String name = String.join("__", names.subList(0, i));
			if (this.query.annotations.containsKey(name) && !this.query.filteredRelations.containsKey(name)) {
				return annotationLookup(name, names.subList(i, names.size()), node.value(), mode);
			}
		}
		return fieldLookup(node, names, mode);
	}

	private Clause annotationLookup(String name, List<String> rest, Node value, ResolveMode mode) {
		Sql left = this.query.annotations.get(name);
		if (left == null) {
			throw new IllegalStateException(name);
		}
		if (mode.summarize()) {
			left = Terms.reference(name, left);
		}
		Operand operand = new OperandResolver(this.query, mode).resolve(value, null);
		LookupBuilder.Result result = new LookupBuilder(this.query.context).build(left, rest, operand);
		return new Clause(result.condition(), Set.of());
	}

	private Clause fieldLookup(Predicate.Lookup node, List<String> names, ResolveMode mode) {
		ResolvedPath path = PathFinder.find(this.query, names);
		if (!mode.allowJoins() && path.segments().size() > (path.relation() != null ? 1 : 0)) {
			throw new FieldException("Joined field references are not permitted in this query: '%s' on %s."
				.formatted(node.path(), this.query.model.name()));
		}
		RelatedLookups.checkName(path);
		Map<String, Integer> before = this.query.joins.usage();
		Operand operand = new OperandResolver(this.query, mode).resolve(node.value(), path);
		Set<String> used = new HashSet<>(this.query.joins.usedMoreThan(before));
		if (mode.branchNegated() && mode.split() && path.steps().stream().anyMatch((hop) -> hop.step().multiValued())) {
			return new ExcludeSplitter(this.query).split(node, path, mode);
		}
		JoinedPath joined = this.columns.join(path, this.query.base(), mode.reuse());
		this.query.lookupJoins = joined.aliases();
		used.addAll(joined.aliases());
		JoinedPath trimmed = this.columns.trim(joined);
		if (mode.reuse() != null) {
			mode.reuse().addAll(trimmed.aliases());
		}
		return clause(trimmed, operand, used, mode);
	}

	private Clause clause(JoinedPath trimmed, Operand operand, Set<String> used, ResolveMode mode) {
		Sql column = this.columns.column(trimmed);
		RelatedLookups.checkInstances(trimmed, operand);
		LookupBuilder.Result result = new LookupBuilder(this.query.context).build(column, trimmed.path().rest(),
				operand);
		Sql condition = RelatedLookups.convert(result.condition(), trimmed, operand);
		if (!mode.negated()) {
			return new Clause(condition, result.asksForNull() ? Set.of() : used);
		}
		if (result.asksForNull() || result.comparesNull()) {
			return new Clause(condition, used);
		}
		if (listsNull(trimmed, operand)) {
			Sql target = Terms.column(trimmed.lastAlias(), trimmed.targets().get(0));
			condition = Terms.or(condition, Terms.isNull(target, true));
		}
		else if (!result.asksForValue()) {
			condition = nullAware(condition, trimmed, operand);
		}
		return new Clause(condition, Set.of());
	}

	/** Whether a list names NULL, so that its exclusion excludes NULL too. */
	private static boolean listsNull(JoinedPath trimmed, Operand operand) {
		return trimmed.path().rest().equals(List.of("in")) && operand instanceof Operand.Value value
				&& value.value() instanceof Collection<?> items && items.stream().anyMatch(Objects::isNull);
	}

	/**
	 * Within a NOT, a row without value must count as different: NOT (a = 1 AND a IS NOT
	 * NULL).
	 */
	private Sql nullAware(Sql condition, JoinedPath trimmed, Operand operand) {
		Sql aware = condition;
		boolean left = this.query.joins.get(trimmed.lastAlias()).left;
		if (trimmed.targets().get(0).nullable() || left) {
			Sql target = Terms.column(trimmed.lastAlias(), trimmed.targets().get(0));
			aware = Terms.and(aware, Terms.isNull(target, false));
		}
		if (operand instanceof Operand.Expression value && value.sql() instanceof Column column && column.nullable()) {
			aware = Terms.and(aware, Terms.isNull(column, false));
		}
		return aware;
	}

}
