package dev.orm;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

import dev.orm.check.ModelChecks;
import dev.orm.compile.CompilerBuilder;
import dev.orm.compile.PlanCounter;
import dev.orm.compile.QueryCompiler;
import dev.orm.copy.Copies;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementRunner;
import dev.orm.execute.begin.TransactionSettings;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.load.FetchMode;
import dev.orm.load.Reader;
import dev.orm.load.raw.Statements;
import dev.orm.lookup.LookupFactory;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.Tenancy;
import dev.orm.meta.index.IndexFiles;
import dev.orm.model.Model;
import dev.orm.routing.Router;
import dev.orm.routing.Routes;
import dev.orm.session.SessionSettings;
import dev.orm.session.Tenants;
import dev.orm.signal.Events;
import dev.orm.transaction.Atomic;
import dev.orm.type.TypeRegistry;
import dev.orm.validate.Validation;
import dev.orm.writers.Persistence;
import org.jspecify.annotations.Nullable;

/** Collects what an {@link Orm} is made of. Not thread-safe; used once. */
public final class OrmBuilder extends WritingBuilder {

	private final List<Database> databases = new ArrayList<>();

	private final List<Router> routers = new ArrayList<>();

	private final Map<String, String> homes = new HashMap<>();

	private final List<Class<? extends Model>> types = new ArrayList<>();

	private final CompilerBuilder compiler = new CompilerBuilder();

	private TypeRegistry valueTypes = TypeRegistry.standard();

	private FetchMode fetchMode = FetchMode.PEERS;

	private ZoneId zone = ZoneOffset.UTC;

	private SessionSettings session = SessionSettings.NONE;

	private ModelChecks checks = ModelChecks.standard();

	private @Nullable IndexFiles indexes;

	OrmBuilder() {
	}

	@Override
	OrmBuilder self() {
		return this;
	}

	/**
	 * Use a data source, with a transaction manager of its own, as the default database.
	 * @param dataSource the data source
	 * @return this builder
	 */
	public OrmBuilder dataSource(DataSource dataSource) {
		return database(Database.of(Database.DEFAULT, dataSource));
	}

	/**
	 * Add a database.
	 * @param database the database
	 * @return this builder
	 */
	public OrmBuilder database(Database database) {
		this.databases.add(database);
		return this;
	}

	/**
	 * Let a router say which database answers. The one added first is asked first.
	 * @param router the router
	 * @return this builder
	 */
	public OrmBuilder router(Router router) {
		this.routers.add(router);
		return this;
	}

	/**
	 * Let models live in other databases than {@code default}.
	 * @param aliases the databases, by names of packages and classes; the nearest counts
	 * @return this builder
	 */
	public OrmBuilder homes(Map<String, String> aliases) {
		this.homes.putAll(aliases);
		return this;
	}

	/**
	 * Add models. Without any, those of the class path's indexes are used.
	 * @param models the classes
	 * @return this builder
	 */
	public OrmBuilder models(Collection<Class<? extends Model>> models) {
		this.types.addAll(models);
		return this;
	}

	/**
	 * Use the models of indexes that were read already, unless some are added.
	 * @param indexes the indexes
	 * @return this builder
	 */
	public OrmBuilder indexes(IndexFiles indexes) {
		this.indexes = indexes;
		return this;
	}

	/**
	 * Add a factory of lookups and transforms; it is asked before those added earlier.
	 * @param factory the factory
	 * @return this builder
	 */
	public OrmBuilder lookups(LookupFactory factory) {
		this.compiler.lookups(factory);
		return this;
	}

	/**
	 * Add a factory of functions; it is asked before those added earlier.
	 * @param factory the factory
	 * @return this builder
	 */
	public OrmBuilder functions(FunctionFactory factory) {
		this.compiler.functions(factory);
		return this;
	}

	/**
	 * Add a factory of aggregates; it is asked before those added earlier.
	 * @param factory the factory
	 * @return this builder
	 */
	public OrmBuilder aggregates(AggregateFactory factory) {
		this.compiler.aggregates(factory);
		return this;
	}

	/**
	 * Count how often the plans of queries are known.
	 * @param counter who counts
	 * @return this builder
	 */
	public OrmBuilder planCounter(PlanCounter counter) {
		this.compiler.planCounter(counter);
		return this;
	}

	/**
	 * Use another registry of value types.
	 * @param registry the registry
	 * @return this builder
	 */
	public OrmBuilder valueTypes(TypeRegistry registry) {
		this.valueTypes = registry;
		return this;
	}

	/**
	 * Choose what touching something that is not loaded does.
	 * @param mode the mode
	 * @return this builder
	 */
	public OrmBuilder fetchMode(FetchMode mode) {
		this.fetchMode = mode;
		return this;
	}

	/**
	 * Choose the zone of dates, for threads that choose none by {@code CurrentZone.with}.
	 * @param timeZone the zone
	 * @return this builder
	 */
	public OrmBuilder zone(ZoneId timeZone) {
		this.zone = timeZone;
		return this;
	}

	/**
	 * Say for whom threads work, and which settings go with each statement.
	 * @param change such as {@code (session) -> session.tenants(resolver)}
	 * @return this builder
	 */
	public OrmBuilder session(UnaryOperator<SessionSettings> change) {
		this.session = change.apply(this.session);
		return this;
	}

	/**
	 * Choose what {@link Orm#check()} looks for.
	 * @param change adds checks, silences some
	 * @return this builder
	 */
	public OrmBuilder checks(UnaryOperator<ModelChecks> change) {
		this.checks = change.apply(this.checks);
		return this;
	}

	/**
	 * Build.
	 * @return the ORM
	 * @throws dev.orm.error.ModelDefinitionException if the models cannot be linked
	 */
	public Orm build() {
		ModelRegistry models = models();
		Databases places = new Databases(this.databases);
		Routes routes = Routes.of(models.models(), this.routers, this.homes, places.aliases());
		DefaultManagers managers = new DefaultManagers(models);
		Atomic atomic = new Atomic(places, heardOfTransactions());
		Tenants tenants = new Tenants(this.session.resolver());
		SessionSettings settings = told(this.session.of(tenants, Tenancy.isGuarded(models)), models);
		tenants.onChange(TransactionSettings.listen(places, settings));
		Orm orm = new Orm(models, managers, new Orm.Settings(atomic, this.zone, this.valueTypes, this.checks, tenants),
				() -> parts(models, managers, routes, atomic, new StatementRunner(places, heard(), settings, foreign()),
						tenants));
		managers.serve(orm);
		return orm;
	}

	private ModelRegistry models() {
		if (!this.types.isEmpty()) {
			return ModelRegistry.link(this.types, this.valueTypes);
		}
		IndexFiles read = this.indexes;
		return (read != null) ? ModelRegistry.indexed(read, this.valueTypes) : ModelRegistry.indexed(this.valueTypes);
	}

	private Orm.Parts parts(ModelRegistry models, DefaultManagers managers, Routes routes, Atomic atomic,
			StatementRunner runner, Tenants tenants) {
		QueryCompiler queries = this.compiler.build(this.zone, tenants);
		Reader reader = new Reader(queries, runner, models, this.fetchMode, managers, routes);
		Events events = events();
		Validation validation = validation(queries, runner, reader, tenants);
		Persistence persistence = Persistence.open(models, queries, runner, atomic, reader,
				surroundings(this.zone, events, tenants, validation));
		return new Orm.Parts(queries, reader, persistence, new Statements(runner), events, validation,
				new Copies(queries, runner));
	}

}
