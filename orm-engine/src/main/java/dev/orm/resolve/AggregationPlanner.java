package dev.orm.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.node.Node;
import dev.orm.sql.Column;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
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
			this.query.annotations.putAll(this.query.compound.annotations());
		}
		Set<String> references = new LinkedHashSet<>();
		Map<String, Sql> resolved = resolve(aggregates, references);
		return needsSubquery(references) ? outer(resolved, references) : direct(resolved);
	}

	private Map<String, Sql> resolve(Map<String, Node> aggregates, Set<String> references) {
		Set<String> mask = this.query.annotationMask;
		Map<String, Sql> annotations = new LinkedHashMap<>(this.query.annotations);
		Map<String, Sql> resolved = new LinkedHashMap<>();
		for (Map.Entry<String, Node> entry : aggregates.entrySet()) {
			AnnotationPlanner.checkName(entry.getKey());
			Sql aggregate = new ExpressionResolver(this.query, ResolveMode.summary()).resolve(entry.getValue());
			aggregate = replaceReferences(aggregate, resolved);
			if (!aggregate.containsAggregate()) {
				throw new IllegalQueryException("'%s' is not an aggregate expression".formatted(entry.getKey()));
			}
			ColumnWalk.columns(aggregate)
				.stream()
				.filter(ValuesPlanner::isReference)
				.forEach((reference) -> references.add(reference.name()));
			resolved.put(entry.getKey(), aggregate);
			this.query.unmask(Set.of(entry.getKey()));
			this.query.annotations.put(entry.getKey(), aggregate);
		}
		// an aggregate may have the name of the annotation it is about
		this.query.annotations.clear();
		this.query.annotations.putAll(annotations);
		this.query.annotationMask = mask;
		return resolved;
	}

	private static Sql replaceReferences(Sql expression, Map<String, Sql> sources) {
		return expression
			.transform((part) -> ValuesPlanner.isReference(part) ? sources.get(((Column) part).name()) : null);
	}

	private boolean needsSubquery(Set<String> references) {
		WhereSplit where = WhereSplit.of(this.query.where);
		boolean special = references.stream().map(this.query.annotations::get).anyMatch(AggregationPlanner::isSpecial);
		return this.query.groupBy != null || !unfolded().isEmpty() || this.query.isSliced() || aggregatesAlready(where)
				|| special || !where.qualify().isEmpty() || this.query.distinct || this.query.compound != null;
	}

	/** The names of what makes several rows of one, which are to be counted, too. */
	private List<String> unfolded() {
		Map<String, Sql> selected = this.query.selectedAnnotations();
		return selected.keySet().stream().filter((name) -> selected.get(name).containsRowSet()).toList();
	}

	private static boolean isSpecial(@Nullable Sql annotation) {
		return annotation != null && (annotation.containsSubquery() || annotation.containsWindow());
	}

	private boolean aggregatesAlready(WhereSplit where) {
		return !where.having().isEmpty() || this.query.annotations.values().stream().anyMatch(Sql::containsAggregate);
	}

	private StatementAssembler.Assembled direct(Map<String, Sql> aggregates) {
		Map<String, Sql> inlined = new LinkedHashMap<>();
		Map<String, Sql> annotations = new LinkedHashMap<>(this.query.annotations);
		aggregates.forEach((name, aggregate) -> inlined.put(name, replaceReferences(aggregate, annotations)));
		this.query.clearSelect();
		this.query.annotations.clear();
		this.query.annotations.putAll(inlined);
		this.query.annotationMask = null;
		this.query.groupByModel = false;
		this.query.clearOrdering(true);
		this.query.clearLimits();
		this.query.lock = null;
		return new StatementAssembler(this.query).assemble();
	}

	private StatementAssembler.Assembled outer(Map<String, Sql> aggregates, Set<String> references) {
		this.query.lock = null;
		this.query.selectRelated = null;
		this.query.clearOrdering(false);
		if (this.query.compound == null && !this.query.distinct) {
			narrow(references);
		}
		StatementAssembler.Assembled combined = (this.query.compound != null)
				? new StatementAssembler(this.query).assemble() : null;
		Map<Column, Column> moved = new LinkedHashMap<>();
		List<Selection> selections = new ArrayList<>();
		List<RowShape.Value> values = new ArrayList<>();
		aggregates.forEach((name, aggregate) -> {
			Sql outside = aggregate
				.transform((part) -> (combined != null) ? output(part, combined) : move(part, moved));
			selections.add(new Selection(outside, SqlNames.of(name)));
			values.add(new RowShape.Value(name, selections.size(), aggregate.type()));
		});
		StatementAssembler.Assembled inner = (combined != null) ? combined : inner(moved);
		SelectStatement statement = SelectStatement.of(selections, List.of(Source.of(inner.statement(), ALIAS)));
		return new StatementAssembler.Assembled(statement, selections.stream().map(Selection::expression).toList(),
				new RowShape.Values(values), inner.empty());
	}

	/** Select no more than the aggregates, the grouping and the conditions need. */
	private void narrow(Set<String> references) {
		WhereSplit where = WhereSplit.of(this.query.where);
		boolean keyed = this.query.defaultColumns && aggregatesAlready(where);
		if (keyed) {
			this.query.groupByModel = false;
			this.query.groupBy = List.copyOf(keys());
		}
		this.query.defaultColumns = false;
		this.query.deferral = Deferral.NONE;
		if (where.qualify().isEmpty()) {
			Set<String> needed = new LinkedHashSet<>(references);
			needed.addAll(unfolded());
			if (this.query.groupBy != null) {
				this.query.groupBy.stream()
					.filter(ValuesPlanner::isReference)
					.forEach((term) -> needed.add(((Column) term).name()));
				this.query.selectedAnnotations().forEach((name, annotation) -> {
					if (splits(annotation, keyed)) {
						needed.add(name);
					}
				});
			}
			this.query.mask(needed);
			this.query.selected = null;
		}
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
		String alias = this.query.base();
		List<Sql> keys = new ArrayList<>();
		this.query.model.key().forEach((field) -> keys.add(Terms.column(alias, field)));
		return keys;
	}

	private @Nullable Sql move(Sql part, Map<Column, Column> moved) {
		if (!(part instanceof Column column)) {
			return null;
		}
		return moved.computeIfAbsent(column, (key) -> {
			String name = ValuesPlanner.isReference(key) ? key.name() : "__col" + (moved.size() + 1);
			return Column.computed(ALIAS, SqlNames.of(name), key.type());
		});
	}

	/** The column of a set operation that holds what a column of its members does. */
	private @Nullable Sql output(Sql part, StatementAssembler.Assembled combined) {
		if (!(part instanceof Column column)) {
			return null;
		}
		List<String> names = names(combined.statement());
		String name = SqlNames.of(column.name());
		// members may select different expressions by one name, and one by several names
		if (Collections.frequency(names, name) == 1
				&& combined.selections().get(names.indexOf(name)).equals(this.query.annotation(column))) {
			return Column.computed(ALIAS, name, column.type());
		}
		throw new UnsupportedQueryException(
				"Calling aggregate() after a set operation is supported over what its members select, but '%s' is not: annotate() it in each."
					.formatted(column.name()));
	}

	/** The rows of a set operation have the names of its first member. */
	private static List<String> names(SelectStatement combined) {
		SelectStatement first = combined;
		while (first.compound() != null) {
			first = first.compound().members().get(0);
		}
		return first.selections().stream().map(AggregationPlanner::name).toList();
	}

	private static String name(Selection selection) {
		return (selection.alias() != null) ? selection.alias()
				: (selection.expression() instanceof Column column) ? column.name() : "";
	}

	private StatementAssembler.Assembled inner(Map<Column, Column> moved) {
		moved.forEach((column, outside) -> {
			if (!ValuesPlanner.isReference(column)) {
				this.query.addAnnotation(outside.name(), column, true);
			}
		});
		boolean nothing = this.query.select.isEmpty() && !this.query.defaultColumns
				&& this.query.selectedAnnotations().isEmpty();
		if (nothing) {
			List<Sql> groups = this.query.groupBy;
			// a key would split the groups
			this.query.select = (groups != null && !groups.isEmpty()) ? List.copyOf(groups) : keys();
		}
		return new StatementAssembler(this.query).assemble();
	}

}
