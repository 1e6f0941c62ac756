package dev.orm.compile;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.orm.dialect.Dialect;
import dev.orm.error.QueryLimitException;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Shape;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.lookup.LookupRegistry;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.TableName;
import dev.orm.query.QuerySpec;
import dev.orm.render.RenderedSql;
import dev.orm.render.SqlRenderer;
import dev.orm.resolve.InsertPlanner;
import dev.orm.resolve.ResolveContext;
import dev.orm.resolve.Resolver;
import dev.orm.resolve.Resolver.ResolvedSelect;
import dev.orm.resolve.RowShape;
import dev.orm.resolve.UpdatePlanner;
import dev.orm.session.TenantResolver;
import dev.orm.session.Tenants;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.Sql;
import dev.orm.sql.Truth;
import dev.orm.sql.copy.CopyOption;
import dev.orm.sql.copy.CopyOut;
import dev.orm.sql.write.DeleteStatement;
import dev.orm.sql.write.UpdateStatement;
import dev.orm.sql.write.WriteStatement;
import dev.orm.type.CurrentZone;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a query once for each shape: a query of known shape costs the walk that finds
 * its shape and a look-up. Thread-safe.
 */
public final class CachingQueryCompiler implements QueryCompiler {

	/** The bytes the plans may take, by estimate. */
	private static final long PLANS = 32L << 20;

	private final LookupRegistry lookups;

	private final FunctionRegistry functions;

	private final AggregateRegistry aggregates;

	private final Dialect dialect;

	private final ZoneId zone;

	private final Tenants tenants;

	private final PlanCache plans;

	/**
	 * Create a compiler of queries in UTC.
	 * @param lookups the lookups and transforms
	 * @param functions the functions
	 * @param aggregates the aggregates
	 * @param dialect the dialect
	 */
	public CachingQueryCompiler(LookupRegistry lookups, FunctionRegistry functions, AggregateRegistry aggregates,
			Dialect dialect) {
		this(lookups, functions, aggregates, dialect, ZoneOffset.UTC);
	}

	/**
	 * Create a compiler of queries for nobody's rows.
	 * @param lookups the lookups and transforms
	 * @param functions the functions
	 * @param aggregates the aggregates
	 * @param dialect the dialect
	 * @param zone the time zone of threads that do not choose one
	 */
	public CachingQueryCompiler(LookupRegistry lookups, FunctionRegistry functions, AggregateRegistry aggregates,
			Dialect dialect, ZoneId zone) {
		this(lookups, functions, aggregates, dialect, zone, new Tenants(TenantResolver.NONE));
	}

	/**
	 * Create a compiler.
	 * @param lookups the lookups and transforms
	 * @param functions the functions
	 * @param aggregates the aggregates
	 * @param dialect the dialect
	 * @param zone the time zone of threads that do not choose one
	 * @param tenants for whom threads work
	 */
	public CachingQueryCompiler(LookupRegistry lookups, FunctionRegistry functions, AggregateRegistry aggregates,
			Dialect dialect, ZoneId zone, Tenants tenants) {
		this(lookups, functions, aggregates, dialect, zone, tenants, null);
	}

	CachingQueryCompiler(LookupRegistry lookups, FunctionRegistry functions, AggregateRegistry aggregates,
			Dialect dialect, ZoneId zone, Tenants tenants, @Nullable PlanCounter counter) {
		this.tenants = tenants;
		this.lookups = lookups;
		this.functions = functions;
		this.aggregates = aggregates;
		this.dialect = dialect;
		this.zone = zone.normalized();
		this.plans = new PlanCache(PLANS, counter);
	}

	@Override
	public BoundQuery select(QuerySpec query) {
		return read("select", query, (resolver) -> resolver.select(query));
	}

	@Override
	public BoundQuery copy(QuerySpec query, List<CopyOption> options) {
		return CurrentZone.byDefault(this.zone, () -> copied(query, options));
	}

	private BoundQuery copied(QuerySpec query, List<CopyOption> options) {
		ValueBinder binder = new ValueBinder(query.model(), (values) -> {
			shape(values, "copy", query);
			values.add(options);
		});
		return bind(binder, (resolver) -> {
			CopyOut statement = new CopyOut(resolver.select(query).statement(), options);
			return plan(SqlRenderer.render(statement, this.dialect), null, query.model().table());
		});
	}

	@Override
	public BoundQuery count(QuerySpec query) {
		return read("count", query, (resolver) -> resolver.count(query));
	}

	@Override
	public BoundQuery exists(QuerySpec query) {
		return read("exists", query, (resolver) -> resolver.exists(query));
	}

	@Override
	public BoundQuery aggregate(QuerySpec query, Map<String, Node> aggregates) {
		return CurrentZone.byDefault(this.zone, () -> aggregated(query, aggregates));
	}

	private BoundQuery aggregated(QuerySpec query, Map<String, Node> aggregates) {
		ValueBinder binder = new ValueBinder(query.model(), (values) -> {
			shape(values, "aggregate", query);
			aggregates.forEach((name, node) -> {
				values.add(name);
				values.addPart(node);
			});
		});
		return bind(binder, (resolver) -> compiled(resolver.aggregate(query, aggregates), query));
	}

	@Override
	public List<BoundQuery> update(QuerySpec query, List<Assignment<?>> assignments, List<String> returning) {
		return CurrentZone.byDefault(this.zone, () -> updates(query, assignments, returning));
	}

	private List<BoundQuery> updates(QuerySpec query, List<Assignment<?>> assignments, List<String> returning) {
		ValueBinder binder = new ValueBinder(query.model(), (shape) -> {
			shape(shape, "update", query);
			shape.add(returning);
			assignments.forEach((assignment) -> assign(shape, assignment));
		});
		Shape.Builder values = binder.fill();
		List<CompiledQuery> plans = plans(values, () -> {
			List<CompiledQuery> fresh = new ArrayList<>();
			for (UpdatePlanner.Planned planned : resolver(values).update(query, assignments, returning)) {
				fresh.add(compiled(planned));
			}
			return fresh;
		});
		List<BoundQuery> bound = new ArrayList<>(plans.size());
		for (CompiledQuery plan : plans) {
			bound.add(binder.bind(plan, values));
		}
		return bound;
	}

	private CompiledQuery compiled(UpdatePlanner.Planned planned) {
		UpdateStatement statement = planned.statement();
		return isNever(statement.where()) ? nothing(planned.shape(), statement.table())
				: plan(SqlRenderer.render(statement, this.dialect), planned.shape(), statement.table());
	}

	@Override
	public BoundQuery insert(EntityModel model, InsertPlanner.Rows rows) {
		return CurrentZone.byDefault(this.zone, () -> insertion(model, rows));
	}

	private BoundQuery insertion(EntityModel model, InsertPlanner.Rows rows) {
		ValueBinder binder = new ValueBinder(model, (values) -> {
			shape(values, "insert", QuerySpec.of(model));
			values.add((rows.conflict() != null) ? rows.conflict() : "-").add(rows.returning()).add(rows.rows().size());
			rows.rows().forEach((row) -> row.forEach((assignment) -> assign(values, assignment)));
		});
		return bind(binder, (resolver) -> {
			InsertPlanner.Planned planned = resolver.insert(model, rows);
			return plan(SqlRenderer.render(planned.statement(), this.dialect), planned.shape(),
					planned.statement().table());
		});
	}

	@Override
	public BoundQuery delete(QuerySpec query, List<FieldModel> returning) {
		return CurrentZone.byDefault(this.zone, () -> deletion(query, returning));
	}

	private BoundQuery deletion(QuerySpec query, List<FieldModel> returning) {
		ValueBinder binder = new ValueBinder(query.model(), (values) -> {
			shape(values, "delete", query);
			values.add(returning);
		});
		return bind(binder, (resolver) -> {
			DeleteStatement statement = resolver.delete(query, returning);
			return isNever(statement.where()) ? nothing(null, statement.table())
					: plan(SqlRenderer.render(statement, this.dialect), null, statement.table());
		});
	}

	@Override
	public CompiledQuery statement(Object key, TableName table, Supplier<? extends WriteStatement> statement) {
		return this.plans.get(key, () -> plan(SqlRenderer.render(statement.get(), this.dialect), null, table));
	}

	@Override
	public CompiledQuery selection(Object key, TableName table, Function<ResolveContext, SelectStatement> statement) {
		return CurrentZone.byDefault(this.zone,
				() -> this.plans.get(List.of(key, CurrentZone.get(), this.tenants.isAll()),
						() -> plan(SqlRenderer.render(statement.apply(context(new Shape.Builder())), this.dialect),
								null, table)));
	}

	@Override
	public boolean answersInOrder() {
		return this.dialect.insertAnswersInOrder();
	}

	private static boolean isNever(@Nullable Sql where) {
		return where instanceof Truth truth && !truth.value();
	}

	/** A plan that is answered without a statement. */
	private static CompiledQuery nothing(@Nullable RowShape shape, TableName table) {
		return new CompiledQuery("", List.of(), shape, table.toString(), List.of());
	}

	private CompiledQuery plan(RenderedSql sql, @Nullable RowShape shape, TableName table) {
		return new CompiledQuery(sql.text(), slots(sql), shape, table.toString(), List.of());
	}

	private BoundQuery read(String kind, QuerySpec query, Function<Resolver, ResolvedSelect> resolve) {
		return CurrentZone.byDefault(this.zone,
				() -> bind(binder(kind, query), (resolver) -> compiled(resolve.apply(resolver), query)));
	}

	private ValueBinder binder(String kind, QuerySpec query) {
		return new ValueBinder(query.model(), (values) -> shape(values, kind, query));
	}

	/** Work for all tenants has another text. */
	private void shape(Shape.Builder values, String kind, QuerySpec query) {
		values.add(kind).add(CurrentZone.get());
		if (this.tenants.isAll()) {
			values.add(Tenants.EVERYBODY);
		}
		query.shape(values);
	}

	private static void assign(Shape.Builder values, Assignment<?> assignment) {
		values.add(assignment.attribute());
		values.addPart(assignment.value());
	}

	private BoundQuery bind(ValueBinder binder, Function<Resolver, CompiledQuery> compile) {
		Shape.Builder values = binder.fill();
		CompiledQuery plan = plans(values, () -> List.of(compile.apply(resolver(values)))).get(0);
		return binder.bind(plan, values);
	}

	private List<CompiledQuery> plans(Shape.Builder values, Supplier<List<CompiledQuery>> compile) {
		try {
			return this.plans.get(values, compile);
		}
		catch (StackOverflowError ex) {
			// the shape is not too deep, but annotations that refer to each other may
			// unfold to something that is
			throw new QueryLimitException(
					"The query is too deep for the stack of this thread. hint: refer to fewer annotations by one another",
					ex);
		}
	}

	private Resolver resolver(Shape.Builder values) {
		return new Resolver(context(values));
	}

	private ResolveContext context(Shape.Builder values) {
		return new ResolveContext(this.lookups, this.functions, this.aggregates, values, this.tenants);
	}

	private CompiledQuery compiled(ResolvedSelect select, QuerySpec query) {
		List<ValueSlot> known = select.empty() ? knownRow(select) : List.of();
		boolean silent = select.empty() && (known.size() == select.selections().size() || !isAggregate(select));
		RenderedSql sql = SqlRenderer.render(select.statement(), this.dialect);
		return new CompiledQuery(silent ? "" : sql.text(), silent ? List.of() : slots(sql), select.shape(),
				query.model().table().toString(), silent ? known : List.of());
	}

	private static boolean isAggregate(ResolvedSelect select) {
		return select.shape() instanceof RowShape.Values && select.statement().groupBy().isEmpty()
				&& select.selections().stream().allMatch((selection) -> selection.containsAggregate());
	}

	private static List<ValueSlot> knownRow(ResolvedSelect select) {
		if (!isAggregate(select)) {
			return List.of();
		}
		List<ValueSlot> known = new ArrayList<>();
		for (Sql selection : select.selections()) {
			ValueSlot answer = EmptyAnswers.of(selection);
			if (answer == null) {
				return List.of();
			}
			known.add(answer);
		}
		return known;
	}

	private List<ValueSlot> slots(RenderedSql sql) {
		int count = sql.parameters().size();
		if (count > this.dialect.maxParameters()) {
			throw new QueryLimitException(
					"The query binds %d values, more than the %d a statement may have. hint: a list given to '__in' is one value"
						.formatted(count, this.dialect.maxParameters()),
					this.dialect.maxParameters());
		}
		return sql.parameters().stream().map(ValueSlot::of).toList();
	}

}
