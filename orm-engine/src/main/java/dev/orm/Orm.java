package dev.orm;

import java.time.ZoneId;

import dev.orm.compile.QueryCompiler;
import dev.orm.execute.StatementRunner;
import dev.orm.load.Reader;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import dev.orm.persist.Persistence;
import dev.orm.transaction.Atomic;

/**
 * The ORM: models linked to each other and to the databases they live in. Made once by
 * {@link #builder()}, safe to share between threads.
 */
public final class Orm {

	private final ModelRegistry models;

	private final QueryCompiler compiler;

	private final Reader reader;

	private final Persistence persistence;

	private final Atomic atomic;

	private final ZoneId zone;

	private final DefaultManagers managers = new DefaultManagers(this);

	Orm(OrmBuilder builder) {
		this.models = builder.models();
		this.compiler = builder.compiler();
		StatementRunner runner = builder.runner();
		this.reader = builder.reader(this, runner);
		this.atomic = new Atomic(runner.databases());
		this.persistence = Persistence.open(this.models, this.compiler, runner, this.atomic, this.reader,
				builder.clock());
		this.zone = builder.zone();
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
		return this.atomic;
	}

	/**
	 * Return the time zone dates are taken in unless a thread chooses another.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.zone;
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
	 * Bind a manager of your own. Related managers of its model start from its rows if it
	 * is annotated with {@code @DefaultManager}.
	 * @param <M> the manager's class
	 * @param manager the manager
	 * @return the manager
	 */
	public <M extends AbstractManager<?, ?>> M bind(M manager) {
		manager.bind(this);
		this.managers.add(manager);
		return manager;
	}

	QueryCompiler compiler() {
		return this.compiler;
	}

	DefaultManagers managers() {
		return this.managers;
	}

	Reader reader() {
		return this.reader;
	}

	Persistence persistence() {
		return this.persistence;
	}

}
