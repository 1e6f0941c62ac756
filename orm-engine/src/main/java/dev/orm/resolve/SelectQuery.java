package dev.orm.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.node.Clause;
import dev.orm.meta.EntityModel;
import dev.orm.query.Arrangement;
import dev.orm.query.Operation;
import dev.orm.query.Scoping;
import dev.orm.resolve.SelectPlanner.RelatedTree;
import dev.orm.resolve.follow.Deferral;
import dev.orm.resolve.follow.FilteredPath;
import dev.orm.resolve.history.Moment;
import dev.orm.sql.Column;
import dev.orm.sql.Reference;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A query while it is resolved: the state Django keeps in {@code Query}. The operations
 * of a query are replayed on it in call order, by the planners of this room. What stays
 * is a field; what changes does so by a method that says what happens. Mutable, used by
 * one thread, gone when the statement is made.
 */
final class SelectQuery {

	final ResolveContext context;

	final EntityModel model;

	final @Nullable SelectQuery parent;

	final JoinGraph joins;

	/** The common table expressions declared for, and joined with, this query. */
	final CommonTables tables;

	/** The members this query combines; null for a query of its own. */
	final @Nullable CompoundQuery compound;

	final SelectList select = new SelectList();

	final Annotations annotations = new Annotations();

	private final int depth;

	private final Map<String, Clause.FilteredRelation> filteredRelations = new LinkedHashMap<>();

	private final List<Column> external = new ArrayList<>();

	private Sql where = Terms.TRUE;

	private boolean groupedByModel;

	private @Nullable List<Sql> groupBy;

	private List<Clause.Ordering> ordering = List.of();

	private boolean orderedByDefault = true;

	private boolean reversed;

	private boolean distinct;

	private List<String> distinctFields = List.of();

	private Arrangement.@Nullable Slice slice;

	private boolean limitedToOne;

	private @Nullable RelatedTree selectRelated;

	private Deferral deferral = Deferral.NONE;

	private Operation.@Nullable Lock lock;

	private @Nullable FilteredPath filtering;

	private @Nullable OwnerRows ownerRows;

	private boolean aggregatesPerRelation;

	private Scoping scoping = Scoping.FULL;

	private Moment moment;

	private boolean ledToOwner;

	private boolean empty;

	private boolean externalMultiValued;

	SelectQuery(ResolveContext context, EntityModel model, @Nullable SelectQuery parent) {
		this(context, model, parent, new CommonTables(), null);
	}

	private SelectQuery(ResolveContext context, EntityModel model, @Nullable SelectQuery parent, CommonTables tables,
			@Nullable CompoundQuery compound) {
		this.context = context;
		this.model = model;
		this.parent = parent;
		this.tables = tables;
		this.compound = compound;
		this.depth = (parent != null) ? parent.depth + 1 : 0;
		this.moment = (parent != null) ? parent.moment.inside() : Moment.NOW;
		this.joins = new JoinGraph(this.depth);
	}

	/** Create a query that may refer to common tables declared around it. */
	static SelectQuery within(CommonTables tables, ResolveContext context, EntityModel model,
			@Nullable SelectQuery parent) {
		return new SelectQuery(context, model, parent, tables, null);
	}

	/** Create the query whose rows are those of a set operation. */
	static SelectQuery combining(CompoundQuery compound) {
		SelectQuery first = compound.members().get(0);
		return new SelectQuery(first.context, first.model, first.parent, new CommonTables(), compound);
	}

	/** The alias of the model's own table. */
	String base() {
		return this.joins.base(this.model);
	}

	Sql where() {
		return this.where;
	}

	/** Restrict the rows further. */
	void restrict(Sql condition) {
		this.where = Terms.and(this.where, condition);
	}

	void replaceWhere(Sql condition) {
		this.where = condition;
	}

	/** Whether it is known, whatever the conditions say, that there are no rows. */
	boolean isEmpty() {
		return this.empty;
	}

	void makeEmpty() {
		this.empty = true;
	}

	/** Select an expression by a name. */
	void annotate(String name, Sql expression) {
		this.annotations.add(name, expression);
		this.select.append(name);
	}

	/** What a reference to an annotation stands for; any other expression is itself. */
	Sql annotation(Sql term) {
		Sql found = (term instanceof Reference reference) ? this.annotations.get(reference.name()) : null;
		return (found != null) ? found : term;
	}

	Map<String, Clause.FilteredRelation> filteredRelations() {
		return Collections.unmodifiableMap(this.filteredRelations);
	}

	void addFilteredRelation(String name, Clause.FilteredRelation relation) {
		this.filteredRelations.put(name, relation);
	}

	/** Select nothing, so that the caller can say what is selected instead. */
	void selectNothing() {
		this.select.select(List.of());
		this.select.order(null);
		this.selectRelated = null;
		this.annotations.select(Set.of());
	}

	/** The relations selectRelated() asked for; null for none. */
	@Nullable RelatedTree selectRelated() {
		return this.selectRelated;
	}

	void selectRelated(@Nullable RelatedTree relations) {
		this.selectRelated = relations;
	}

	Deferral deferral() {
		return this.deferral;
	}

	void defer(Deferral fields) {
		this.deferral = fields;
	}

	boolean isGrouped() {
		return this.groupedByModel || this.groupBy != null;
	}

	/** Whether each instance is a group of its own. */
	boolean isGroupedByModel() {
		return this.groupedByModel;
	}

	/** The terms of the grouping; null if there are none, or each instance is a group. */
	@Nullable List<Sql> groupBy() {
		return this.groupBy;
	}

	void groupBy(List<Sql> terms) {
		this.groupedByModel = false;
		this.groupBy = List.copyOf(terms);
	}

	void groupByModel() {
		this.groupedByModel = true;
	}

	void ungroup() {
		this.groupedByModel = false;
		this.groupBy = null;
	}

	List<Clause.Ordering> ordering() {
		return this.ordering;
	}

	/** Whether nobody asked for an order, so that the model's applies. */
	boolean isOrderedByDefault() {
		return this.orderedByDefault;
	}

	void orderBy(List<Clause.Ordering> terms) {
		this.ordering = terms;
		this.orderedByDefault = false;
	}

	/** Leave the rows in any order. */
	void clearOrdering() {
		orderBy(List.of());
	}

	/** Leave the rows in any order, unless it decides which rows there are. */
	void clearUselessOrdering() {
		if (!isSliced() && this.distinctFields.isEmpty() && this.lock == null) {
			clearOrdering();
		}
	}

	boolean isReversed() {
		return this.reversed;
	}

	void reverse() {
		this.reversed = !this.reversed;
	}

	boolean isDistinct() {
		return this.distinct;
	}

	/** The paths of DISTINCT ON; empty for none. */
	List<String> distinctFields() {
		return this.distinctFields;
	}

	/** Remove duplicates by some fields, or by all that is selected if there are none. */
	void distinct(List<String> fields) {
		this.distinct = true;
		this.distinctFields = fields;
	}

	void keepDuplicates() {
		this.distinct = false;
		this.distinctFields = List.of();
	}

	boolean isSliced() {
		return this.slice != null;
	}

	Arrangement.@Nullable Slice slice() {
		return this.slice;
	}

	void slice(Arrangement.Slice rows) {
		this.slice = rows;
		this.empty |= rows.rows() == 0;
	}

	/** Whether one row is as good as all of them. */
	boolean isLimitedToOne() {
		return this.limitedToOne;
	}

	void limitToOne() {
		this.limitedToOne = true;
	}

	void clearLimits() {
		this.slice = null;
		this.limitedToOne = false;
	}

	Operation.@Nullable Lock lock() {
		return this.lock;
	}

	void lock(Operation.@Nullable Lock rows) {
		this.lock = rows;
	}

	/** The owners this query is run for one by one; null if it is run once. */
	@Nullable OwnerRows ownerRows() {
		return this.ownerRows;
	}

	void runForEach(OwnerRows owners) {
		this.ownerRows = owners;
	}

	/** Which scopes hold. */
	Scoping scoping() {
		return this.scoping;
	}

	void scoping(Scoping scopes) {
		this.scoping = scopes;
	}

	/** The time whose rows are read. */
	Moment moment() {
		return this.moment;
	}

	void moment(Moment time) {
		this.moment = time;
	}

	/** Whether paths lead to the owner of a related manager, who is there in any case. */
	boolean isLedToOwner() {
		return this.ledToOwner;
	}

	void leadToOwner(Runnable restriction) {
		this.ledToOwner = true;
		restriction.run();
		this.ledToOwner = false;
	}

	boolean aggregatesPerRelation() {
		return this.aggregatesPerRelation;
	}

	void aggregatePerRelation() {
		this.aggregatesPerRelation = true;
	}

	/** The filtered relation whose condition is being resolved. */
	@Nullable FilteredPath filtering() {
		return this.filtering;
	}

	void filtering(@Nullable FilteredPath relation) {
		this.filtering = relation;
	}

	/** The columns of queries around this one that it refers to. */
	List<Sql> external() {
		return List.copyOf(this.external);
	}

	/** Whether such a column may belong to several rows of the query around. */
	boolean isExternalMultiValued() {
		return this.externalMultiValued;
	}

	void referTo(Collection<Column> columns, boolean multiValued) {
		this.external.addAll(columns);
		this.externalMultiValued |= multiValued;
	}

	/** Let the query around know which columns of queries further out this one uses. */
	void carryExternal(SelectQuery around) {
		for (Column column : this.external) {
			if (!around.joins.contains(column.alias()) && !around.external.contains(column)) {
				around.referTo(List.of(column), this.externalMultiValued);
			}
		}
	}

}
