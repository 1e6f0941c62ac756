package dev.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.RowCursor;
import dev.orm.execute.RowsHandler;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.load.purpose.Purposes;
import dev.orm.load.raw.RawSql;
import dev.orm.load.values.ValueReader;
import dev.orm.load.values.ValueRows;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.RowShape;
import dev.orm.routing.Routes;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/** Runs queries and loads what they answer. Thread-safe. */
public final class Reader {

	private final QueryCompiler compiler;

	private final StatementRunner runner;

	private final ModelRegistry models;

	private final FetchMode fetchMode;

	private final RelatedManagers managers;

	private final Routes routes;

	private final Purposes purposes = new Purposes();

	/**
	 * Create a reader.
	 * @param compiler the compiler
	 * @param runner runs statements
	 * @param models the models
	 * @param fetchMode the default fetch mode
	 * @param managers makes related managers
	 * @param routes decides which database answers
	 */
	public Reader(QueryCompiler compiler, StatementRunner runner, ModelRegistry models, FetchMode fetchMode,
			RelatedManagers managers, Routes routes) {
		this.routes = routes;
		this.compiler = compiler;
		this.runner = runner;
		this.models = models;
		this.fetchMode = fetchMode;
		this.managers = managers;
	}

	/**
	 * Return what decides which database answers.
	 * @return the rules
	 */
	public Routes routes() {
		return this.routes;
	}

	/**
	 * Return what reads of relations are for.
	 * @return the purposes
	 */
	public Purposes purposes() {
		return this.purposes;
	}

	/** Return all models. */
	public ModelRegistry models() {
		return this.models;
	}

	/**
	 * Return the rows of a model that relations start from: those of its default manager.
	 * @param model the model
	 * @return a query
	 */
	public QuerySpec defaultRows(EntityModel model) {
		return this.managers.rows(model);
	}

	RelatedManagers managers() {
		return this.managers;
	}

	/**
	 * Load all rows of a query as instances, with the relations asked for.
	 * @param query the query, without values()
	 * @param options how to read
	 * @return the instances, in a list of their own
	 */
	public List<Model> instances(QuerySpec query, ReadOptions options) {
		return loaded(this.compiler.select(options.dated(query)), options);
	}

	private List<Model> loaded(BoundQuery query, ReadOptions options) {
		if (query.plan().isEmpty()) {
			return new ArrayList<>();
		}
		checkPrefetches(query, options);
		InstanceReader reader = reader(query);
		ResultContext context = context(options);
		List<Model> instances = run(query, options, (rows) -> reader.readAll(rows, context));
		finish(instances, query, options);
		return instances;
	}

	/** Follow the paths without an instance: a name that does not exist is found so. */
	private void checkPrefetches(EntityModel model, List<PrefetchRequest> requests, ReadOptions options) {
		if (!requests.isEmpty()) {
			new Prefetcher(this, options).prefetch(List.of(), model, requests);
		}
	}

	private void checkPrefetches(BoundQuery query, ReadOptions options) {
		if (query.plan().shape() instanceof RowShape.Instances shape) {
			checkPrefetches(shape.entity().model(), options.prefetches(), options);
		}
	}

	private void finish(List<Model> instances, BoundQuery query, ReadOptions options) {
		KnownOwner.assign(instances, options);
		if (!options.prefetches().isEmpty() && query.plan().shape() instanceof RowShape.Instances shape) {
			new Prefetcher(this, options).prefetch(instances, shape.entity().model(), options.prefetches());
		}
	}

	/**
	 * Load all rows of a query as values.
	 * @param query the query, with values()
	 * @param options how to read
	 * @return the names of the columns and the rows
	 */
	public ValueRows values(QuerySpec query, ReadOptions options) {
		return values(this.compiler.select(options.dated(query)), options);
	}

	/**
	 * Load the answer of a bound query as values.
	 * @param query the query
	 * @param options how to read
	 * @return the names of the columns and the rows
	 */
	public ValueRows values(BoundQuery query, ReadOptions options) {
		ValueReader reader = query.plan().reader(ValueReader.class, ValueReader::of);
		if (query.plan().isEmpty()) {
			List<@Nullable Object[]> known = query.knownRow().isEmpty() ? List.of()
					: List.<@Nullable Object[]>of(query.knownRow().toArray());
			return new ValueRows(reader.names(), known);
		}
		return new ValueRows(reader.names(), run(query, options, reader::readAll));
	}

	/**
	 * Load the rows of a statement written by hand as instances.
	 * @param model the model
	 * @param sql the statement
	 * @param translations the names of fields by the names of columns, where they differ
	 * @param options how to read
	 * @return the instances, in a list of their own
	 */
	public List<Model> raw(EntityModel model, RawSql sql, Map<String, String> translations, ReadOptions options) {
		StatementCall call = sql.call(options.decided(), model.table().toString(), options.purpose());
		checkPrefetches(model, options.prefetches(), options);
		List<Model> instances = this.runner.query(call,
				(rows) -> new RawReader(model, () -> context(options)).readAll(rows, translations));
		prefetch(instances, options.prefetches(), options);
		return instances;
	}

	/**
	 * Ask how the database would run a query.
	 * @param query the query
	 * @param options how to read
	 * @param explain what to ask for
	 * @return the plan, line by line; empty if nothing would be sent
	 */
	public List<String> explain(BoundQuery query, ReadOptions options, Explain explain) {
		if (query.plan().isEmpty()) {
			return List.of();
		}
		StatementCall call = StatementCall.reading(options.decided(), explain.prefix() + query.plan().sql(),
				query.plan().types(), query.values(), Operation.OTHER, query.plan().table());
		return this.runner.query(call, Explain::lines);
	}

	/**
	 * Open a cursor on instances.
	 * @param query the query, without values()
	 * @param options how to read
	 * @param chunk the number of instances to load, and to prefetch for, at a time
	 * @return the cursor; close it
	 */
	public InstanceCursor cursor(QuerySpec query, ReadOptions options, int chunk) {
		BoundQuery bound = this.compiler.select(query);
		checkPrefetches(bound, options);
		// first what may refuse the query: an open cursor holds a connection
		InstanceReader reader = bound.plan().isEmpty() ? null : reader(bound);
		RowCursor rows = bound.plan().isEmpty() ? null
				: this.runner.cursor(call(bound, options, Operation.SELECT), chunk);
		return new InstanceCursor(rows, reader, () -> context(options), chunk,
				(instances) -> finish(instances, bound, options));
	}

	/**
	 * Run a query and hand its rows to a handler.
	 * @param <R> the result
	 * @param query the query
	 * @param options how to read
	 * @param handler reads the rows
	 * @return what the handler answers
	 */
	public <R extends @Nullable Object> R run(BoundQuery query, ReadOptions options, RowsHandler<R> handler) {
		return this.runner.query(call(query, options, Operation.SELECT), handler);
	}

	/**
	 * Return what runs statements.
	 * @return the runner
	 */
	public StatementRunner runner() {
		return this.runner;
	}

	private StatementCall call(BoundQuery query, ReadOptions options, Operation operation) {
		Routes.requireOne(options.decided(), query.sources());
		return StatementCall.reading(options.decided(), query.plan().sql(), query.plan().types(), query.values(),
				operation, query.plan().table(), options.purpose());
	}

	private InstanceReader reader(BoundQuery query) {
		return query.plan().reader(InstanceReader.class, (shape) -> {
			if (!(shape instanceof RowShape.Instances instances)) {
				throw new IllegalStateException("The query selects values, not instances");
			}
			return new InstanceReader(instances);
		});
	}

	/**
	 * Return what can be asked of instances that are there.
	 * @return the questions
	 */
	public KnownInstances known() {
		return new KnownInstances(this);
	}

	ResultContext context(ReadOptions options) {
		FetchMode mode = options.fetchMode();
		return new ResultContext(this, options.decided(), (mode != null) ? mode : this.fetchMode, options.asOf());
	}

	/**
	 * Fetch relations of instances that are loaded. Django's
	 * {@code prefetch_related_objects}.
	 * @param instances the instances, of one model
	 * @param requests the relations
	 * @param options how to read
	 */
	public void prefetch(List<? extends Model> instances, List<PrefetchRequest> requests, ReadOptions options) {
		if (!instances.isEmpty()) {
			EntityModel model = this.models.model(instances.get(0).getClass());
			checkPrefetches(model, requests, options);
			new Prefetcher(this, options).prefetch(instances, model, requests);
		}
	}

	static boolean isNull(RowReader row, RowShape.Entity entity) {
		return row.get(entity.keyColumn(), entity.model().key().get(0).type()) == null;
	}

}
