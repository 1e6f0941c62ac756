package dev.orm;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.orm.check.ModelChecks;
import dev.orm.check.Problem;
import dev.orm.compile.QueryCompiler;
import dev.orm.copy.Copies;
import dev.orm.execute.Database;
import dev.orm.load.Reader;
import dev.orm.load.raw.Statements;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.Tenancy;
import dev.orm.migration.inspect.check.DatabaseChecks;
import dev.orm.model.Model;
import dev.orm.routing.Route;
import dev.orm.session.Tenants;
import dev.orm.signal.Events;
import dev.orm.transaction.Atomic;
import dev.orm.type.TypeRegistry;
import dev.orm.validate.ModelWords;
import dev.orm.validate.Validation;
import dev.orm.validate.ValidationErrors;
import dev.orm.writers.Persistence;
import org.jspecify.annotations.Nullable;

/**
 * The ORM: models linked to each other and to the databases they live in. Made once by
 * {@link #builder()}, safe to share between threads.
 */
public final class Orm {

	private final ModelRegistry models;

	private final DefaultManagers managers;

	private final Settings settings;

	private final Supplier<Parts> maker;

	private volatile @Nullable Parts made;

	Orm(ModelRegistry models, DefaultManagers managers, Settings settings, Supplier<Parts> maker) {
		this.models = models;
		this.managers = managers;
		this.settings = settings;
		this.maker = maker;
	}

	/**
	 * Start building.
	 * @return a builder
	 */
	public static OrmBuilder builder() {
		return new OrmBuilder();
	}

	/**
	 * Return the models.
	 * @return the registry
	 */
	public ModelRegistry models() {
		return this.models;
	}

	/**
	 * Return the door to atomic blocks of the default database.
	 * @return the blocks
	 */
	public Atomic atomic() {
		return this.settings.atomic();
	}

	/**
	 * Return the time zone dates are taken in unless a thread chooses another.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.settings.zone();
	}

	/**
	 * Return the events of instances, which tests may mute and capture.
	 * @return the events
	 */
	public Events events() {
		return parts().events();
	}

	/**
	 * Return for whom threads work, to work for others for a while.
	 * @return the tenants
	 */
	public Tenants tenants() {
		return this.settings.tenants();
	}

	/**
	 * Make a manager of all rows of a model.
	 * @param <T> the model
	 * @param type its class
	 * @return a manager
	 */
	public <T extends Model> Manager<T> manager(Class<T> type) {
		return new Manager<>(this, type);
	}

	/**
	 * Return the managers of a model, for tools that know it by its class alone. Django's
	 * {@code Model._meta.managers}.
	 * @param <T> the model
	 * @param type its class
	 * @return the one relations start from first: that with {@code @DefaultManager}, or
	 * one of all rows; then those bound to this ORM, in that order, the last of each
	 * class
	 * @throws dev.orm.error.ModelDefinitionException if the class is none of the models
	 */
	public <T extends Model> List<AbstractManager<T, ?>> managers(Class<T> type) {
		return managers().of(type, manager(type));
	}

	/**
	 * Bind a manager of your own. Related managers of its model start from its rows if it
	 * is annotated with {@code @DefaultManager}.
	 * @param <M> the manager's class
	 * @param manager the manager
	 * @return the manager
	 */
	public <M extends AbstractManager<?, ?>> M bind(M manager) {
		manager.bind(this);
		managers().add(manager);
		return manager;
	}

	/**
	 * Look for what is odd about the models, although they can be linked. Nothing is
	 * asked of a database. Django's {@code check} command.
	 * @return problems, errors first; empty if nothing is odd
	 */
	public List<Problem> check() {
		return this.settings.checks().with((models) -> managers().problems()).run(models());
	}

	/**
	 * Look whether policies that keep tenants apart hold for the roles the databases are
	 * asked by. Where no model relies on them, no database is asked.
	 * @return problems, errors first; empty if nothing is odd
	 * @throws dev.orm.error.OrmException if a database does not answer
	 */
	public List<Problem> checkTenants() {
		return Tenancy.isGuarded(this.models) ? new DatabaseLook(this).tenants() : List.of();
	}

	/**
	 * Look whether databases have the tables, columns, constraints and values of enums
	 * that models say, besides what {@link #checkTenants()} looks for. Django's {@code
	 * check --database}.
	 * @return problems, errors first; empty if nothing is odd
	 * @throws dev.orm.error.OrmException if a database does not answer
	 */
	public List<Problem> checkDatabases() {
		return checkDatabases((database) -> List.of());
	}

	/**
	 * Look at databases in which each tenant has a schema of its own.
	 * @param schemas the schemas of a database, by its alias; none for the one that its
	 * connections are in
	 * @return problems, errors first, each once with the schemas that have it
	 * @throws dev.orm.error.OrmException if a database does not answer
	 */
	public List<Problem> checkDatabases(Function<String, List<String>> schemas) {
		return new DatabaseLook(this).all(schemas);
	}

	/**
	 * Say what a violated constraint means, in the shape of validation, where no manager
	 * is at hand.
	 * @param refusal what a write raised
	 * @return what is wrong; empty if it is no violated constraint, or not one of the
	 * table of a model
	 */
	public ValidationErrors explain(RuntimeException refusal) {
		return parts().validation().explain(models(), refusal);
	}

	/**
	 * Return what people read of models, fields and choices, in the caller's language.
	 * @return the words
	 */
	public ModelWords words() {
		return parts().validation().words();
	}

	/**
	 * Begin a statement written by hand. Its placeholders are names behind a colon, as in
	 * {@code :name}; its values are bound, never written into the text.
	 * @param text the text, of one statement
	 * @return the statement, for the default database
	 */
	public Sql sql(String text) {
		return new Sql(this, text);
	}

	/**
	 * Run several statements as they stand, on the default database. Outside of a
	 * transaction they are one.
	 * @param text the statements, separated by semicolons
	 */
	public void script(String text) {
		new Sql.Door(this, Route.DEFAULT).script(text);
	}

	/**
	 * Choose the database that statements written by hand run on.
	 * @param alias its alias
	 * @return where to begin them
	 */
	public Sql.Door using(String alias) {
		return new Sql.Door(this, Route.to(alias));
	}

	/**
	 * Return the statements of the streams and iterators that are open outside of
	 * transactions now, each with a connection of its own.
	 * @return their texts, without values
	 */
	public List<String> openCursors() {
		Parts known = this.made;
		return (known != null) ? known.statements().openCursors() : List.of();
	}

	private Parts parts() {
		Parts known = this.made;
		return (known != null) ? known : make();
	}

	private synchronized Parts make() {
		Parts known = this.made;
		if (known == null) {
			known = this.maker.get();
			this.made = known;
		}
		return known;
	}

	Statements statements() {
		return parts().statements();
	}

	Copies copies() {
		return parts().copies();
	}

	TypeRegistry types() {
		return this.settings.types();
	}

	ModelChecks checks() {
		return this.settings.checks();
	}

	QueryCompiler compiler() {
		return parts().compiler();
	}

	DefaultManagers managers() {
		return this.managers;
	}

	Reader reader() {
		return parts().reader();
	}

	Validation validation() {
		return parts().validation();
	}

	Persistence persistence() {
		return parts().persistence();
	}

	/**
	 * What holds before anything is read or written.
	 *
	 * @param atomic the atomic blocks of the default database
	 * @param zone the time zone dates are taken in
	 * @param types the types of values
	 * @param checks what looks at models
	 * @param tenants for whom threads work
	 */
	record Settings(Atomic atomic, ZoneId zone, TypeRegistry types, ModelChecks checks, Tenants tenants) {

	}

	/**
	 * What reads and writes. Most applications start without: it is made when the first
	 * of them does.
	 *
	 * @param compiler turns queries into statements
	 * @param reader runs them and reads rows
	 * @param persistence writes rows
	 * @param statements runs statements written by hand
	 * @param events the events of instances
	 * @param validation says what is wrong with instances
	 * @param copies moves rows in bulk
	 */
	record Parts(QueryCompiler compiler, Reader reader, Persistence persistence, Statements statements, Events events,
			Validation validation, Copies copies) {

	}

	/** Looks at all databases of an ORM. */
	private static final class DatabaseLook {

		private final Orm orm;

		DatabaseLook(Orm orm) {
			this.orm = orm;
		}

		List<Problem> tenants() {
			return heard(databases().flatMap((place) -> checks(place).tenants(place.dataSource()).stream()));
		}

		/** The tables of each database, in the schemas it is said to have. */
		List<Problem> all(Function<String, List<String>> schemas) {
			return heard(databases().flatMap((place) -> {
				List<String> names = schemas.apply(place.alias());
				return (names.isEmpty() ? checks(place).all(place.dataSource())
						: checks(place).all(place.dataSource(), names))
					.stream();
			}));
		}

		private Stream<Database> databases() {
			return this.orm.statements().databases().all().stream();
		}

		private DatabaseChecks checks(Database place) {
			return new DatabaseChecks(this.orm.models(), place.alias());
		}

		private List<Problem> heard(Stream<Problem> problems) {
			return this.orm.checks().heard(this.orm.models(), problems);
		}

	}

}
