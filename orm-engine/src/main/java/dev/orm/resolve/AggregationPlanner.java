package dev.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Node;
import dev.orm.resolve.follow.Deferral;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.sql.Column;
import dev.orm.sql.Reference;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.tree.ColumnWalk;
import dev.orm.tree.SqlNames;
import dev.orm.tree.WhereSplit;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates over all rows of a query: directly where nothing stands in the way, else
 * over the query as a subquery. Django's {@code Query.get_aggregation}.
 */
final class AggregationPlanner {

	private static final String ALIAS = "subquery";

	private final SelectQuery query;

	AggregationPlanner(SelectQuery query) {
		this.query = query;
	}

	StatementAssembler.Assembled plan(Map<String, Node> aggregates) {
		if (this.query.compound != null) {
			this.query.compound.annotations().forEach(this.query.annotations::add);
		}
		Map<String, Sql> resolved = resolve(aggregates);
		Set<String> references = references(resolved.values());
		return needsSubquery(references) ? outer(resolved, references) : direct(resolved);
	}

	private Map<String, Sql> resolve(Map<String, Node> aggregates) {
		Annotations before = this.query.annotations.copy();
		Map<String, Sql> resolved = new LinkedHashMap<>();
		aggregates.forEach((name, node) -> {
			Sql aggregate = resolve(name, node, resolved);
			resolved.put(name, aggregate);
			// those behind it may refer to it
			this.query.annotations.add(name, aggregate);
		});
		// an aggregate may have the name of the annotation it is about
		this.query.annotations.restore(before);
		return resolved;
	}

	private Sql resolve(String name, Node node, Map<String, Sql> before) {
		AnnotationPlanner.checkName(name);
		Sql aggregate = new ExpressionResolver(this.query, ResolveMode.SUMMARY).resolve(node)
			.transform((part) -> referred(part, before));
		if (!aggregate.containsAggregate()) {
			throw new IllegalQueryException(
					"'%s' is not an aggregate expression in aggregate() of %s. hint: wrap it in one, or use values(…)"
						.formatted(name, this.query.model.name()),
					Subject.ofPath(this.query.model.name(), name).by("aggregate"));
		}
		return aggregate;
	}

	private static @Nullable Sql referred(Sql part, Map<String, Sql> sources) {
		return (part instanceof Reference reference) ? sources.get(reference.name()) : null;
	}

	private static Set<String> references(Collection<Sql> aggregates) {
		Set<String> references = new LinkedHashSet<>();
		aggregates.forEach((aggregate) -> references.addAll(ColumnWalk.references(aggregate)));
		return references;
	}

	private boolean needsSubquery(Set<String> references) {
		WhereSplit where = WhereSplit.of(this.query.where());
		boolean special = references.stream().map(this.query.annotations::get).anyMatch(AggregationPlanner::isSpecial);
		return this.query.groupBy() != null || !unfolded().isEmpty() || this.query.isSliced()
				|| aggregatesAlready(where) || special || !where.qualify().isEmpty() || this.query.isDistinct()
				|| this.query.compound != null;
	}

	/** The names of what makes several rows of one, which are to be counted, too. */
	private List<String> unfolded() {
		return this.query.annotations.selected()
			.entrySet()
			.stream()
			.filter((annotation) -> annotation.getValue().containsRowSet())
			.map(Map.Entry::getKey)
			.toList();
	}

	private static boolean isSpecial(@Nullable Sql annotation) {
		return annotation != null && (annotation.containsSubquery() || annotation.containsWindow());
	}

	private boolean aggregatesAlready(WhereSplit where) {
		return !where.having().isEmpty()
				|| this.query.annotations.all().values().stream().anyMatch(Sql::containsAggregate);
	}

	private StatementAssembler.Assembled direct(Map<String, Sql> aggregates) {
		Map<String, Sql> annotations = this.query.annotations.all();
		Map<String, Sql> inlined = replaced(aggregates, (part) -> referred(part, annotations));
		this.query.selectNothing();
		this.query.annotations.replace(inlined);
		this.query.ungroup();
		this.query.clearOrdering();
		this.query.clearLimits();
		this.query.lock(null);
		return new StatementAssembler(this.query).assemble();
	}

	private static Map<String, Sql> replaced(Map<String, Sql> aggregates, Function<Sql, @Nullable Sql> replacement) {
		Map<String, Sql> replaced = new LinkedHashMap<>();
		aggregates.forEach((name, aggregate) -> replaced.put(name, aggregate.transform(replacement)));
		return replaced;
	}

	private StatementAssembler.Assembled outer(Map<String, Sql> aggregates, Set<String> references) {
		this.query.lock(null);
		this.query.selectRelated(null);
		this.query.clearUselessOrdering();
		if (this.query.compound != null) {
			StatementAssembler.Assembled combined = new StatementAssembler(this.query).assemble();
			return over(combined, replaced(aggregates, (part) -> output(part, combined)));
		}
		if (!this.query.isDistinct()) {
			narrow(references);
		}
		Map<Sql, Column> moved = new LinkedHashMap<>();
		Map<String, Sql> outside = replaced(aggregates, (part) -> move(part, moved));
		return over(inner(moved), outside);
	}

	/** Compute aggregates over the rows of a subquery. */
	private static StatementAssembler.Assembled over(StatementAssembler.Assembled inner, Map<String, Sql> aggregates) {
		List<Selection> selections = new ArrayList<>();
		List<RowShape.Value> values = new ArrayList<>();
		aggregates.forEach((name, aggregate) -> {
			selections.add(new Selection(aggregate, SqlNames.of(name)));
			values.add(new RowShape.Value(name, selections.size(), aggregate.type()));
		});
		SelectStatement statement = SelectStatement.of(selections, List.of(Source.of(inner.statement(), ALIAS)));
		return new StatementAssembler.Assembled(statement, List.copyOf(aggregates.values()),
				new RowShape.Values(values), inner.empty());
	}

	/** Select no more than the aggregates, the grouping and the conditions need. */
	private void narrow(Set<String> references) {
		WhereSplit where = WhereSplit.of(this.query.where());
		boolean keyed = this.query.select.isWholeModel() && aggregatesAlready(where);
		if (keyed) {
			this.query.groupBy(keys());
		}
		this.query.select.leaveModel();
		this.query.defer(Deferral.NONE);
		if (where.qualify().isEmpty()) {
			this.query.annotations.select(needed(references, keyed));
			this.query.select.order(null);
		}
	}

	private Set<String> needed(Set<String> references, boolean keyed) {
		Set<String> needed = new LinkedHashSet<>(references);
		needed.addAll(unfolded());
		List<Sql> groups = this.query.groupBy();
		if (groups != null) {
			groups.stream()
				.filter(Reference.class::isInstance)
				.forEach((term) -> needed.addAll(ColumnWalk.references(term)));
			this.query.annotations.selected().forEach((name, annotation) -> {
				if (splits(annotation, keyed)) {
					needed.add(name);
				}
			});
		}
		return needed;
	}

	/**
	 * Whether what is selected beside the aggregates splits the groups: beside the key of
	 * a row, only what comes from several related rows does.
	 */
	private boolean splits(Sql annotation, boolean keyed) {
		List<Sql> terms = GroupingPlanner.columns(annotation);
		return keyed ? terms.stream()
			.flatMap((term) -> ColumnWalk.columns(term).stream())
			.anyMatch((column) -> this.query.joins.toMany(column.alias()) != null) : !terms.isEmpty();
	}

	private List<Sql> keys() {
		return FieldColumns.all(this.query.base(), this.query.model.key());
	}

	private @Nullable Sql move(Sql part, Map<Sql, Column> moved) {
		if (!(part instanceof Column) && !(part instanceof Reference)) {
			return null;
		}
		return moved.computeIfAbsent(part, (key) -> {
			String name = (key instanceof Reference reference) ? reference.name() : "__col" + (moved.size() + 1);
			return Column.computed(ALIAS, SqlNames.of(name), key.type());
		});
	}

	/** The column of a set operation that holds what a column of its members does. */
	private @Nullable Sql output(Sql part, StatementAssembler.Assembled combined) {
		if (!(part instanceof Column) && !(part instanceof Reference)) {
			return null;
		}
		String asked = (part instanceof Column column) ? column.name() : ((Reference) part).name();
		List<String> names = names(combined.statement());
		String name = SqlNames.of(asked);
		// members may select different expressions by one name, and one by several names
		if (Collections.frequency(names, name) == 1
				&& combined.selections().get(names.indexOf(name)).equals(this.query.annotation(part))) {
			return Column.computed(ALIAS, name, part.type());
		}
		throw new UnsupportedQueryException(
				"Calling aggregate() after a set operation is supported over what its members select, but '%s' is not: annotate() it in each."
					.formatted(asked),
				Subject.ofPath(this.query.model.name(), asked).by("aggregate"));
	}

	/** The rows of a set operation have the names of its first member. */
	private static List<String> names(SelectStatement combined) {
		return CompoundAssembler.first(combined).selections().stream().map(AggregationPlanner::name).toList();
	}

	private static String name(Selection selection) {
		return (selection.alias() != null) ? selection.alias()
				: (selection.expression() instanceof Column column) ? column.name() : "";
	}

	private StatementAssembler.Assembled inner(Map<Sql, Column> moved) {
		moved.forEach((column, outside) -> {
			if (column instanceof Column) {
				this.query.annotate(outside.name(), column);
			}
		});
		SelectList select = this.query.select;
		boolean nothing = select.columns().isEmpty() && !select.isWholeModel()
				&& this.query.annotations.selected().isEmpty();
		if (nothing) {
			List<Sql> groups = this.query.groupBy();
			// a key would split the groups
			select.select((groups != null && !groups.isEmpty()) ? groups : keys());
		}
		return new StatementAssembler(this.query).assemble();
	}

}
