package dev.orm;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

import dev.orm.automatic.AutomaticSource;
import dev.orm.automatic.CurrentUser;
import dev.orm.check.ModelChecks;
import dev.orm.compile.CompilerBuilder;
import dev.orm.compile.PlanCounter;
import dev.orm.compile.QueryCompiler;
import dev.orm.copy.Copies;
import dev.orm.execute.Database;
import dev.orm.execute.Databases;
import dev.orm.execute.StatementRunner;
import dev.orm.function.AggregateFactory;
import dev.orm.function.FunctionFactory;
import dev.orm.load.FetchMode;
import dev.orm.load.Reader;
import dev.orm.load.raw.Statements;
import dev.orm.lookup.LookupFactory;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.Tenancy;
import dev.orm.model.Model;
import dev.orm.persist.InstanceCheck;
import dev.orm.routing.Router;
import dev.orm.routing.Routes;
import dev.orm.session.SessionSettings;
import dev.orm.session.Tenants;
import dev.orm.signal.Events;
import dev.orm.signal.Signals;
import dev.orm.transaction.Atomic;
import dev.orm.type.TypeRegistry;
import dev.orm.validate.InstanceRules;
import dev.orm.validate.MessageTexts;
import dev.orm.validate.Validation;
import dev.orm.validate.ValidationOptions;
import dev.orm.writers.Persistence;
import dev.orm.writers.Surroundings;
import dev.orm.writers.ZonedClock;

/** Collects what an {@link Orm} is made of. Not thread-safe; used once. */
public final class OrmBuilder extends ObservedBuilder {

	private final List<Database> databases = new ArrayList<>();

	private final List<Router> routers = new ArrayList<>();

	private final Map<String, String> homes = new HashMap<>();

	private final List<Class<? extends Model>> types = new ArrayList<>();

	private final CompilerBuilder compiler = new CompilerBuilder();

	private TypeRegistry valueTypes = TypeRegistry.standard();

	private FetchMode fetchMode = FetchMode.PEERS;

	private ZoneId zone = ZoneOffset.UTC;

	private Clock clock = Clock.systemUTC();

	private Signals signals = Signals.NONE;

	private CurrentUser user = CurrentUser.NOBODY;

	private SessionSettings session = SessionSettings.NONE;

	private AutomaticSource automatic = AutomaticSource.CONSTRUCTOR;

	private InstanceRules rules = InstanceRules.NONE;

	private MessageTexts texts = MessageTexts.NONE;

	private boolean validateOnSave;

	private ModelChecks checks = ModelChecks.standard();

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
	 * Choose the clock {@code @AutoNow} fields are set by.
	 * @param now the clock
	 * @return this builder
	 */
	public OrmBuilder clock(Clock now) {
		this.clock = now;
		return this;
	}

	/**
	 * Choose where events of instances go. The last one counts.
	 * @param listeners who listens, such as {@link dev.orm.signal.Listeners}
	 * @return this builder
	 */
	public OrmBuilder signals(Signals listeners) {
		this.signals = listeners;
		return this;
	}

	/**
	 * Say who writes, for {@code @CreatedBy} and {@code @UpdatedBy}.
	 * @param currentUser asked at each write
	 * @return this builder
	 */
	public OrmBuilder currentUser(CurrentUser currentUser) {
		this.user = currentUser;
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
	 * Choose where classes named by {@code @Automatic}, and by {@code @OnDelete} for keys
	 * to set, come from.
	 * @param source finds an object of a class; a constructor does by default
	 * @return this builder
	 */
	public OrmBuilder automaticValues(AutomaticSource source) {
		this.automatic = source;
		return this;
	}

	/**
	 * Add rules on fields, beyond what columns ask. The last count.
	 * @param further the rules
	 * @return this builder
	 */
	public OrmBuilder instanceRules(InstanceRules further) {
		this.rules = further;
		return this;
	}

	/**
	 * Choose where texts of errors come from.
	 * @param messages finds texts by keys such as {@code product.sku.unique}
	 * @return this builder
	 */
	public OrmBuilder messages(MessageTexts messages) {
		this.texts = messages;
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
	 * Let each save of an instance validate it unless told not to.
	 * @param always whether they do; by default only those told to, as in Django
	 * @return this builder
	 */
	public OrmBuilder validateOnSave(boolean always) {
		this.validateOnSave = always;
		return this;
	}

	/**
	 * Build.
	 * @return the ORM
	 * @throws dev.orm.error.ModelDefinitionException if the models cannot be linked
	 */
	public Orm build() {
		ModelRegistry models = this.types.isEmpty() ? ModelRegistry.indexed(this.valueTypes)
				: ModelRegistry.link(this.types, this.valueTypes);
		Databases places = new Databases(this.databases);
		Routes routes = Routes.of(models.models(), this.routers, this.homes, places.aliases());
		DefaultManagers managers = new DefaultManagers(models);
		Atomic atomic = new Atomic(places, heardOfTransactions());
		Orm orm = new Orm(models, managers, new Orm.Settings(atomic, this.zone, this.valueTypes),
				() -> parts(models, managers, routes, atomic));
		managers.serve(orm);
		return orm;
	}

	private Orm.Parts parts(ModelRegistry models, DefaultManagers managers, Routes routes, Atomic atomic) {
		Tenants tenants = new Tenants(this.session.resolver());
		QueryCompiler queries = this.compiler.build(this.zone, tenants);
		StatementRunner runner = new StatementRunner(new Databases(this.databases), heard(),
				Tenancy.isGuarded(models) ? this.session.and(tenants) : this.session, foreign());
		Reader reader = new Reader(queries, runner, models, this.fetchMode, managers, routes);
		Events events = new Events(this.signals);
		Validation validation = new Validation(queries, runner, reader, this.rules, this.texts, tenants);
		Persistence persistence = Persistence.open(models, queries, runner, atomic, reader,
				new Surroundings(new ZonedClock(this.clock, this.zone.normalized()), events, this.user, this.automatic,
						tenants, check(validation)));
		return new Orm.Parts(queries, reader, persistence, new Statements(runner), events, validation,
				new Copies(queries, runner), this.checks, tenants);
	}

	private InstanceCheck check(Validation validation) {
		InstanceCheck asked = (model, instances, attributes, computed, route) -> validation.require(model, instances,
				new ValidationOptions((attributes != null) ? Set.copyOf(attributes) : null, Set.copyOf(computed), true,
						List.of()),
				route);
		boolean always = this.validateOnSave;
		return asked.askedBySavesOf((model) -> always || model.declarations().validatesOnSave());
	}

}
