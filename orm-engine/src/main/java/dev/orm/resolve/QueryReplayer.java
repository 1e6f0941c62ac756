package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.orm.error.IllegalQueryException;
import dev.orm.error.UnsupportedQueryException;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.history.HistoryTable;
import dev.orm.query.Arrangement;
import dev.orm.query.Combination;
import dev.orm.query.Operation;
import dev.orm.query.OperationVisitor;
import dev.orm.query.Paths;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.SelectPlanner.RelatedTree;
import dev.orm.resolve.history.Moment;
import dev.orm.resolve.history.VersionColumns;
import dev.orm.sql.Infix;
import dev.orm.sql.Literal;
import dev.orm.sql.Parameter;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.Junctions;
import dev.orm.type.Conversion;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Replays the operations of a query in call order, so that what depends on order comes
 * out as it does in Django.
 */
final class QueryReplayer implements OperationVisitor {

	private final ResolveContext context;

	private final CommonTables tables;

	private final Moment moment;

	private final List<Selection.Defer> defers = new ArrayList<>();

	private JoinScope scope = JoinScope.begin();

	private boolean sharesWithNext;

	private @Nullable SelectQuery current;

	/**
	 * Create a replayer for one query.
	 * @param context the registries and values
	 */
	QueryReplayer(ResolveContext context) {
		this(context, new CommonTables(), Moment.NOW);
	}

	/**
	 * Create a replayer for a query beside another, such as a member of a common table
	 * expression.
	 * @param context the registries and values
	 * @param tables the tables it may refer to
	 * @param moment the time of its rows, unless it says one
	 */
	QueryReplayer(ResolveContext context, CommonTables tables, Moment moment) {
		this.context = context;
		this.tables = tables;
		this.moment = moment;
	}

	SelectQuery replay(QuerySpec spec, @Nullable SelectQuery parent) {
		SelectQuery start = SelectQuery.within(this.tables, this.context, spec.model(), parent);
		start.base();
		dated(start, spec);
		this.current = start;
		for (Operation operation : spec.operations()) {
			begin();
			operation.accept(this);
		}
		// at the end: a filtered relation may be named before it is annotated
		this.defers.forEach((defer) -> DeferredNames.check(start, defer));
		DeferredNames.checkKey(query());
		return query();
	}

	/** The time is that of all of the query, wherever it was said. */
	private void dated(SelectQuery start, QuerySpec spec) {
		Restriction.AsOf asked = spec.latest(Restriction.AsOf.class);
		if (asked != null) {
			int ordinal = this.context.values().ordinal(asked.instant());
			start.moment(Moment.at(Parameter.ofShape(ordinal, Conversion.NONE, ValueTypes.DATETIME, true)));
		}
		else if (!this.moment.isNow()) {
			start.moment(this.moment);
		}
	}

	/** An operation shares no joins with those before, unless they said so. */
	private void begin() {
		if (!this.sharesWithNext) {
			this.scope = JoinScope.begin();
		}
		this.sharesWithNext = false;
	}

	/**
	 * Share joins with the next operation: a related manager's first filter is about the
	 * row it was reached by. Django's {@code filter_is_sticky}.
	 */
	private void shareWithNext() {
		this.sharesWithNext = true;
	}

	private SelectQuery query() {
		if (this.current == null) {
			throw new IllegalStateException("No query is replayed");
		}
		return this.current;
	}

	private SelectQuery plain(String operation) {
		CompoundQuery compound = query().compound;
		if (compound != null) {
			throw new UnsupportedQueryException(
					"Calling %s() after a %s is not supported. Do it before, or on a new query with pk in (…)."
						.formatted(operation, compound),
					query().model.subject().by(operation));
		}
		return query();
	}

	private SelectQuery unsliced(String what, SelectQuery query) {
		if (query.isSliced()) {
			throw new IllegalQueryException(
					"Cannot %s a query once a slice has been taken. Slice last.".formatted(what),
					query.model.subject());
		}
		return query;
	}

	@Override
	public void filter(Restriction.Filter operation) {
		SelectQuery query = plain(operation.negated() ? "exclude" : "filter");
		// what asks for nothing drops no rows, so that get() without conditions takes a
		// slice
		if (!Junctions.flatten(Connector.AND, operation.conditions()).isEmpty()) {
			unsliced("filter", query);
			new ConditionBuilder(query).add(operation.conditions(), operation.negated(), this.scope);
		}
	}

	@Override
	public void unscoped(Restriction.Unscoped operation) {
		SelectQuery query = plain("unscoped");
		query.scoping(query.scoping().lift(query.model, operation));
	}

	@Override
	public void asOf(Restriction.AsOf operation) {
		plain("asOf");
	}

	@Override
	public void relatedTo(Restriction.RelatedTo operation) {
		// without a lookup it is exact, even where the related model has an attribute of
		// that
		// name
		Node lookup = new Predicate.Lookup(operation.path() + (operation.several() ? "__in" : ""), operation.value());
		// prefetching: its rows are those the caller's own conditions are about
		JoinScope shared = operation.several() ? JoinScope.ANY : this.scope;
		SelectQuery query = query();
		query.leadToOwner(() -> new ConditionBuilder(query).add(List.of(lookup), false, shared));
		if (!operation.several()) {
			shareWithNext();
		}
	}

	@Override
	public void annotate(Selection.Annotate operation) {
		new AnnotationPlanner(plain(operation.selected() ? "annotate" : "alias")).add(operation.expressions(),
				operation.selected());
	}

	@Override
	public void beside(Selection.Beside operation) {
		SelectQuery query = plain("annotate");
		ExpressionResolver resolver = new ExpressionResolver(query, ResolveMode.EXPRESSION);
		operation.expressions().forEach((node) -> query.annotations.addBeside(resolver.resolve(node)));
	}

	@Override
	public void values(Selection.Values operation) {
		SelectQuery query = query();
		if (!operation.expressions().isEmpty()) {
			new AnnotationPlanner(plain("values with expressions")).add(operation.expressions(), true);
		}
		if (query.compound == null) {
			new ValuesPlanner(query).values(operation.names());
			return;
		}
		query.compound.select(operation.names(), true);
		query.select.fix(Set.copyOf(operation.names()));
	}

	@Override
	public void orderBy(Arrangement.OrderBy operation) {
		SelectQuery query = unsliced("reorder", query());
		query.orderBy(operation.terms());
		new OrderingPlanner(query).check();
	}

	@Override
	public void distinct(Arrangement.Distinct operation) {
		unsliced("create distinct fields on", plain("distinct")).distinct(operation.fields());
	}

	@Override
	public void slice(Arrangement.Slice operation) {
		query().slice(operation);
	}

	@Override
	public void simple(Operation.Simple operation) {
		switch (operation) {
			case NONE -> query().makeEmpty();
			case EVERY -> query().scoping(query().scoping().everyRowToo());
			case VERSIONS -> versions(query());
			case AGGREGATE_PER_RELATION -> plain("aggregatePerRelation").aggregatePerRelation();
			case REVERSE -> unsliced("reverse", query()).reverse();
		}
	}

	private static void versions(SelectQuery query) {
		query.moment(Moment.EVER);
		query.tables.know(VersionColumns.TABLE, VersionColumns.all());
		Sql operation = query.tables.column(VersionColumns.TABLE, HistoryTable.OPERATION);
		// what an insert left is when it was, not a row
		query.restrict(Infix.condition(operation, BuiltInOperator.DISTINCT, Literal.of(HistoryTable.INSERT)));
	}

	@Override
	public void compound(Combination.Compound operation) {
		List<SelectQuery> members = new ArrayList<>();
		members.add(query());
		for (QuerySpec other : operation.others()) {
			members.add(new QueryReplayer(this.context).replay(other, query().parent));
		}
		SelectQuery only = CompoundQuery.only(operation.operator(), members);
		this.current = (only != null) ? only : combine(operation, members);
	}

	private static SelectQuery combine(Combination.Compound operation, List<SelectQuery> members) {
		CompoundQuery compound = new CompoundQuery(operation.operator(), operation.all(), members);
		SelectQuery combined = SelectQuery.combining(compound.alike());
		combined.select.fix(members.get(0).select.fixed());
		return combined;
	}

	@Override
	public void merge(Combination.Merge operation) {
		QueryMerger merger = new QueryMerger(this.context, query(), operation.connector());
		this.current = merger.merge(operation.other());
	}

	@Override
	public void selectRelated(Selection.SelectRelated operation) {
		SelectQuery query = plain("selectRelated");
		if (query.select.isFixed()) {
			throw new IllegalQueryException(
					"Cannot call selectRelated() after values() or valuesList(): name paths in values(…) instead.",
					query.model.subject().by("selectRelated"));
		}
		if (operation.paths() == null) {
			query.selectRelated(null);
			return;
		}
		RelatedTree tree = (query.selectRelated() != null) ? query.selectRelated() : new RelatedTree();
		operation.paths().forEach((path) -> tree.add(Paths.split(path)));
		query.selectRelated(tree);
	}

	@Override
	public void subclasses(Selection.Subclasses operation) {
		SelectQuery query = plain("withSubclasses");
		if (query.select.isFixed()) {
			throw new IllegalQueryException(
					"Cannot call withSubclasses() after values() or valuesList(): it is about instances.",
					query.model.subject().by("withSubclasses"));
		}
		RelatedTree tree = (query.selectRelated() != null) ? query.selectRelated() : new RelatedTree();
		new Subclasses(operation.types()).addTo(tree, query.model);
		query.selectRelated(tree);
	}

	@Override
	public void defer(Selection.Defer operation) {
		SelectQuery query = plain(operation.only() ? "only" : "defer");
		if (query.select.isFixed()) {
			throw new IllegalQueryException(
					"Cannot call defer() or only() after values() or valuesList(): name fewer fields there instead.",
					query.model.subject().by("only"));
		}
		query.defer(query.deferral().apply(operation));
		this.defers.add(operation);
	}

	@Override
	public void dates(Selection.Dates operation) {
		new DatesPlanner(unsliced("filter", plain("dates"))).plan(operation);
	}

	@Override
	public void lock(Operation.Lock operation) {
		query().lock(operation);
	}

	@Override
	public void with(Combination.With operation) {
		plain("with").tables.declare(operation, this.context, query().moment());
	}

	@Override
	public void perOwner(Restriction.PerOwner operation) {
		SelectQuery query = unsliced("filter", plain("prefetch"));
		query.leadToOwner(() -> query.runForEach(OwnerRows.restrict(query, operation, this.scope)));
		shareWithNext();
	}

	@Override
	public void joinTable(Combination.JoinTable operation) {
		SelectQuery query = plain("join");
		query.tables.join(operation, new ExpressionResolver(query, ResolveMode.EXPRESSION).resolve(operation.near()));
	}

}
