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
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.lookup.Operand;
import dev.orm.meta.FieldModel;
import dev.orm.meta.embedded.EmbeddedRecord;
import dev.orm.query.Paths;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.RecordOperands;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;
import dev.orm.tree.Junctions;
import dev.orm.tree.Terms;
import dev.orm.type.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns conditions into SQL with Django's meaning: shared joins within one call, votes on
 * INNER and LEFT, NULL-aware negation, to-many excludes as subqueries. Django's
 * {@code build_filter} and {@code _add_q}.
 */
final class ConditionBuilder {

	private static final Logger logger = LoggerFactory.getLogger(ConditionBuilder.class);

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
	 * @param taken the aliases that the path of its last lookup took
	 */
	record Built(Sql condition, Set<String> needed, List<String> taken) {

		Built(Sql condition, Set<String> needed) {
			this(condition, needed, List.of());
		}

		Built taking(List<String> aliases) {
			return new Built(this.condition, this.needed, aliases);
		}

	}

	/**
	 * Restrict the query by a lookup.
	 * @return the aliases the joins of its path took
	 */
	List<String> add(Predicate.Lookup lookup) {
		return add(List.of(lookup), false, ResolveMode.filter(JoinScope.begin())).taken();
	}

	/** Add the conditions of one filter or exclude call to the query. */
	void add(List<Node> conditions, boolean negated) {
		add(conditions, negated, JoinScope.begin());
	}

	/** Add conditions that share joins with others of the operation. */
	void add(List<Node> conditions, boolean negated, JoinScope scope) {
		add(conditions, negated, ResolveMode.filter(scope));
	}

	private Built add(List<Node> conditions, boolean negated, ResolveMode mode) {
		Set<String> inner = this.query.joins.inner();
		Built built = junction(Connector.AND, conditions, negated, mode);
		this.query.restrict(built.condition());
		this.query.joins.demote(inner);
		return built;
	}

	Built build(Node node, ResolveMode mode) {
		if (node instanceof Predicate.Junction junction) {
			return junction(junction.connector(), junction.parts(), false, mode);
		}
		if (node instanceof Predicate.Negation negation) {
			return negation(negation.part(), mode);
		}
		return (node instanceof Predicate.Lookup lookup) ? placed(lookup, mode) : expression(node, mode);
	}

	private Built negation(Node part, ResolveMode mode) {
		if (part instanceof Predicate.Junction junction) {
			return junction(junction.connector(), junction.parts(), true, mode);
		}
		return junction(Connector.AND, List.of(part), true, mode);
	}

	private Built junction(Connector connector, List<Node> parts, boolean negated, ResolveMode around) {
		List<Node> flat = Junctions.flatten(connector, parts);
		if (flat.isEmpty()) {
			return new Built(Terms.TRUE, Set.of());
		}
		ResolveMode mode = around.negate(negated);
		JoinVotes votes = new JoinVotes(connector, flat.size(), mode.negated());
		List<Sql> conditions = new ArrayList<>();
		List<String> taken = List.of();
		for (Node part : flat) {
			Built built = build(part, mode);
			votes.add(built.needed());
			conditions.add(built.condition());
			taken = built.taken();
		}
		Set<String> needed = mode.movesJoins() ? votes.apply(this.query.joins) : Set.of();
		return new Built(negated ? Junctions.none(connector, conditions) : Junctions.join(connector, conditions),
				needed, taken);
	}

	private Built expression(Node node, ResolveMode mode) {
		if (node instanceof Atom.Field field) {
			throw new IllegalQueryException(
					"Cannot filter against a non-conditional expression: '%s' on %s is a reference. hint: compare it with true"
						.formatted(field.path(), this.query.model.name()),
					Subject.ofPath(this.query.model.name(), field.path()));
		}
		Sql condition = new ExpressionResolver(this.query, mode).resolve(node);
		if (condition.type().kind() != Kind.BOOLEAN) {
			throw new IllegalQueryException(
					"Cannot filter against a non-conditional expression of type %s on %s. hint: compare it, as in gt(…)"
						.formatted(condition.type(), this.query.model.name()),
					this.query.model.subject().by("filter"));
		}
		return new Built(condition, Set.of());
	}

	/** Build a lookup, saying which one it is where its value is refused. */
	private Built placed(Predicate.Lookup node, ResolveMode mode) {
		try {
			return lookup(node, mode);
		}
		catch (FieldException ex) {
			throw ex.in(this.query.model.name(), node.path());
		}
		catch (QueryValueException ex) {
			// what refuses a value knows its own part of the path only
			throw ex.in(this.query.model.name(), node.path());
		}
	}

	private Built lookup(Predicate.Lookup node, ResolveMode mode) {
		List<String> names = Paths.split(node.path());
		for (int i = 1; i <= names.size(); i++) {
			String name = String.join("__", names.subList(0, i));
			Sql annotation = this.query.annotations.get(name);
			if (annotation != null && !this.query.filteredRelations().containsKey(name)) {
				Sql left = mode.summarize() ? Terms.reference(name, annotation) : annotation;
				return annotationLookup(left, names.subList(i, names.size()), node.value(), mode);
			}
		}
		return fieldLookup(node, names, mode);
	}

	private Built annotationLookup(Sql left, List<String> rest, Node value, ResolveMode mode) {
		Operand operand = new OperandResolver(this.query, mode).resolve(value, null);
		LookupBuilder.Result result = new LookupBuilder(this.query.context).build(left, rest, operand);
		return new Built(result.condition(), Set.of());
	}

	private Built fieldLookup(Predicate.Lookup node, List<String> names, ResolveMode mode) {
		ResolvedPath path = RelatedLookups.compared(PathFinder.find(this.query, names), node.value());
		if (!mode.allowJoins() && path.segments().size() > (path.relation() != null ? 1 : 0)) {
			throw this.columns.joined("'%s' on %s", node.path());
		}
		RelatedLookups.checkName(path);
		Map<String, Integer> before = this.query.joins.usage();
		Operand operand = new OperandResolver(this.query, mode).resolve(node.value(), path);
		Set<String> used = new HashSet<>(this.query.joins.usedMoreThan(before));
		if (mode.branchNegated() && mode.dropsRows() && path.isMultiValued()) {
			return new ExcludeSplitter(this.query).split(node, path, mode);
		}
		JoinedPath joined = this.columns.join(path, this.query.base(), mode.scope());
		used.addAll(joined.aliases());
		JoinedPath trimmed = this.columns.trim(joined);
		mode.scope().share(trimmed.aliases());
		RelatedLookups.checkInstances(trimmed, operand);
		if (mode.negated() && operand instanceof Operand.Subquery members && members.nullable()) {
			warnOfNull(node.path());
		}
		return (RecordOperands.areApart(path, operand) ? record(path, trimmed, operand, used, mode)
				: comparison(trimmed, operand, used, mode))
			.taking(joined.aliases());
	}

	/** A record is there and the same by each of its columns. */
	private Built record(ResolvedPath path, JoinedPath trimmed, Operand operand, Set<String> used, ResolveMode mode) {
		EmbeddedRecord record = Objects.requireNonNull(path.record());
		List<Sql> conditions = new ArrayList<>();
		Set<String> needed = new HashSet<>();
		for (FieldModel column : record.columns()) {
			JoinedPath one = new JoinedPath(path.comparing(List.of(column)), trimmed.aliases(), List.of(column));
			Built built = comparison(one, RecordOperands.part(record, column, operand), used, mode);
			conditions.add(RecordOperands.bound(built.condition(), record, column, operand));
			needed.addAll(built.needed());
		}
		boolean any = RecordOperands.isAny(path, operand);
		return new Built(Junctions.join(any ? Connector.OR : Connector.AND, conditions), needed);
	}

	private Built comparison(JoinedPath trimmed, Operand operand, Set<String> used, ResolveMode mode) {
		LookupBuilder.Result result = new LookupBuilder(this.query.context).build(this.columns.column(trimmed),
				trimmed.path().rest(), operand);
		Sql condition = RelatedLookups.convert(result.condition(), trimmed, operand);
		if (!mode.negated()) {
			return new Built(new OuterTenant(this.query).beside(condition, trimmed, operand),
					result.asksForNull() ? Set.of() : used);
		}
		if (result.asksForNull() || result.comparesNull()) {
			return new Built(condition, used);
		}
		return new Built(result.asksForValue() ? condition : nullAware(condition, trimmed, operand), Set.of());
	}

	/** Whether a list names NULL, so that its exclusion excludes NULL too. */
	private void warnOfNull(String path) {
		logger.warn(
				"The query excludes rows of {} whose '{}' is in a subquery that may answer NULL: if it does, no row is left, "
						+ "as in SQL and in Django. Leave NULL out inside, by filter(….isNotNull()), or use exists(…).",
				this.query.model.name(), path);
	}

	private static boolean listsNull(JoinedPath trimmed, Operand operand) {
		return trimmed.path().rest().equals(List.of("in")) && operand instanceof Operand.Value value
				&& value.value() instanceof Collection<?> items && items.stream().anyMatch(Objects::isNull);
	}

	/**
	 * Within a NOT, a row without value must count as different: NOT (a = 1 AND a IS NOT
	 * NULL). A list that names NULL excludes it too.
	 */
	private Sql nullAware(Sql condition, JoinedPath trimmed, Operand operand) {
		Sql target = FieldColumns.of(trimmed.lastAlias(), trimmed.targets().get(0));
		if (listsNull(trimmed, operand)) {
			return Terms.or(condition, Terms.isNull(target, true));
		}
		Sql aware = condition;
		boolean left = this.query.joins.get(trimmed.lastAlias()).isLeft();
		if (trimmed.targets().get(0).nullable() || left) {
			aware = Terms.and(aware, Terms.isNull(target, false));
		}
		if (trimmed.path().record() != null) {
			for (FieldModel column : trimmed.targets().subList(1, trimmed.targets().size())) {
				aware = column.nullable()
						? Terms.and(aware, Terms.isNull(FieldColumns.of(trimmed.lastAlias(), column), false)) : aware;
			}
		}
		if (operand instanceof Operand.Expression value && value.sql() instanceof Column column && column.nullable()
				&& this.query.joins.contains(column.alias())) {
			aware = Terms.and(aware, Terms.isNull(column, false));
		}
		return aware;
	}

}
