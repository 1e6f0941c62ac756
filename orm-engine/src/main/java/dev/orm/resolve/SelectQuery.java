package dev.orm.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A query while it is resolved: the state Django keeps in {@code Query}. The operations
 * of a query are replayed on it in call order, by the planners of this room. Mutable,
 * used by one thread, gone when the statement is made.
 */
final class SelectQuery {

	/**
	 * The alias of columns that stand for an annotation by its name until they are
	 * replaced.
	 */
	static final String REFERENCE = "#";

	final ResolveContext context;

	final EntityModel model;

	final @Nullable SelectQuery parent;

	final int depth;

	final JoinGraph joins;

	/** The common table expressions declared for, and joined with, this query. */
	CommonTables tables = new CommonTables();

	Sql where = Terms.TRUE;

	final Map<String, Sql> annotations = new LinkedHashMap<>();

	@Nullable Set<String> annotationMask;

	final Map<String, Clause.FilteredRelation> filteredRelations = new LinkedHashMap<>();

	List<Sql> select = List.of();

	List<String> valuesSelect = List.of();

	/** The names of the select list in order; null for their natural order. */
	@Nullable List<String> selected;

	/** The names a call of values() fixed; null while rows are instances. */
	@Nullable Set<String> fields;

	/**
	 * Whether the names were fixed for a member of a set operation by the whole, not by
	 * itself.
	 */
	boolean fieldsOfWhole;

	boolean defaultColumns = true;

	boolean groupByModel;

	@Nullable List<Sql> groupBy;

	List<Node> ordering = List.of();

	boolean defaultOrdering = true;

	boolean reversed;

	boolean distinct;

	List<String> distinctFields = List.of();

	Arrangement.@Nullable Slice slice;

	boolean limitOne;

	@Nullable CompoundQuery compound;

	@Nullable RelatedTree selectRelated;

	Deferral deferral = Deferral.NONE;

	Operation.@Nullable Lock lock;

	Set<String> usedAliases = new HashSet<>();

	@Nullable OwnerRows ownerRows;

	boolean aggregatesPerRelation;

	boolean sticky;

	boolean empty;

	/** The aliases the joins of the last lookup took, for splitting excludes. */
	List<String> lookupJoins = List.of();

	/** Columns of queries around this one that it refers to. */
	final List<Column> external = new ArrayList<>();

	boolean externalMultiValued;

	SelectQuery(ResolveContext context, EntityModel model, @Nullable SelectQuery parent) {
		this.context = context;
		this.model = model;
		this.parent = parent;
		this.depth = (parent != null) ? parent.depth + 1 : 0;
		this.joins = new JoinGraph(prefix(this.depth));
	}

	private static String prefix(int depth) {
		int letter = (depth < 7) ? 't' + depth : 'a' + (depth - 7) % 19;
		return String.valueOf((char) letter) + ((depth < 26) ? "" : depth + "_");
	}

	String base() {
		return this.joins.base(this.model);
	}

	/** Let the query around know which columns of queries further out this one uses. */
	void carryExternal(SelectQuery around) {
		for (Column column : this.external) {
			if (!around.joins.contains(column.alias()) && !around.external.contains(column)) {
				around.external.add(column);
				around.externalMultiValued |= this.externalMultiValued;
			}
		}
	}

	boolean isSliced() {
		return this.slice != null;
	}

	boolean isGrouped() {
		return this.groupByModel || this.groupBy != null;
	}

	boolean hasSelectFields() {
		return this.fields != null;
	}

	Map<String, Sql> selectedAnnotations() {
		if (this.annotationMask == null) {
			return this.annotations;
		}
		Map<String, Sql> chosen = new LinkedHashMap<>();
		this.annotations.forEach((name, sql) -> {
			if (this.annotationMask.contains(name)) {
				chosen.put(name, sql);
			}
		});
		return chosen;
	}

	/** What a reference to an annotation stands for; any other expression is itself. */
	Sql annotation(Sql term) {
		Sql found = (term instanceof Column column && column.alias().equals(REFERENCE))
				? this.annotations.get(column.name()) : null;
		return (found != null) ? found : term;
	}

	void mask(Set<String> names) {
		this.annotationMask = new LinkedHashSet<>(names);
	}

	void unmask(Set<String> names) {
		if (this.annotationMask != null) {
			this.annotationMask.addAll(names);
		}
	}

	void where(Sql condition) {
		this.where = Terms.and(this.where, condition);
	}

	void clearSelect() {
		this.select = List.of();
		this.valuesSelect = List.of();
		this.selected = null;
		this.defaultColumns = false;
		this.selectRelated = null;
		mask(Set.of());
	}

	void clearSelectFields() {
		this.select = List.of();
		this.valuesSelect = List.of();
		this.selected = null;
	}

	void clearOrdering(boolean force) {
		if (!force && (isSliced() || !this.distinctFields.isEmpty() || this.lock != null)) {
			return;
		}
		this.ordering = List.of();
		this.defaultOrdering = false;
	}

	void clearLimits() {
		this.slice = null;
		this.limitOne = false;
	}

	void addAnnotation(String name, Sql expression, boolean selectIt) {
		if (selectIt) {
			unmask(Set.of(name));
		}
		else {
			mask(selectedAnnotations().keySet());
			this.annotationMask = without(this.annotationMask, name);
		}
		this.annotations.put(name, expression);
		if (selectIt && this.selected != null && !this.selected.contains(name)) {
			this.selected = new ArrayList<>(this.selected);
			this.selected.add(name);
		}
	}

	private static Set<String> without(@Nullable Set<String> names, String name) {
		Set<String> rest = (names != null) ? new LinkedHashSet<>(names) : new LinkedHashSet<>();
		rest.remove(name);
		return rest;
	}

	Map<String, String> naturalAliases() {
		Map<String, String> natural = new HashMap<>();
		this.joins.all().forEach((table) -> natural.put(table.natural, table.alias));
		return natural;
	}

}
