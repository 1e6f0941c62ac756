package dev.orm;

import java.time.ZoneId;

import dev.orm.compile.QueryCompiler;
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

	private final Parts parts;

	Orm(Parts parts) {
		this.parts = parts;
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
		return this.parts.models();
	}

	/**
	 * Return the door to atomic blocks of the default database.
	 * @return the blocks
	 */
	public Atomic atomic() {
		return this.parts.atomic();
	}

	/**
	 * Return the time zone dates are taken in unless a thread chooses another.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.parts.zone();
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
		managers().add(manager);
		return manager;
	}

	QueryCompiler compiler() {
		return this.parts.compiler();
	}

	DefaultManagers managers() {
		return this.parts.managers();
	}

	Reader reader() {
		return this.parts.reader();
	}

	Persistence persistence() {
		return this.parts.persistence();
	}

	/**
	 * What an ORM is made of.
	 *
	 * @param models the models
	 * @param compiler turns queries into statements
	 * @param reader runs them and reads rows
	 * @param persistence writes rows
	 * @param atomic the atomic blocks of the default database
	 * @param zone the time zone dates are taken in
	 * @param managers the default managers of models
	 */
	record Parts(ModelRegistry models, QueryCompiler compiler, Reader reader, Persistence persistence, Atomic atomic,
			ZoneId zone, DefaultManagers managers) {

	}

}
