package dev.orm.function;

import java.util.Set;

import dev.orm.error.FieldException;
import dev.orm.sql.Sql;

/**
 * What is known by name; the factory added last is asked first. Immutable.
 *
 * @param <F> the factories
 * @param <C> the calls they answer
 * @param <S> the registry itself
 */
abstract class Registry<F, C, S extends Registry<F, C, S>> {

	private final Factories<F, C> factories;

	Registry(Factories<F, C> factories) {
		this.factories = factories;
	}

	/** A registry of the same kind. */
	abstract S of(Factories<F, C> all);

	final Factories<F, C> factories() {
		return this.factories;
	}

	/**
	 * Add a factory; it is asked before all others.
	 * @param factory the factory
	 * @return a registry with it
	 */
	public final S with(F factory) {
		return of(this.factories.with(factory));
	}

	/**
	 * Make a call.
	 * @param call the call
	 * @return the expression
	 * @throws FieldException if no factory knows the name
	 */
	public final Sql create(C call) {
		return this.factories.create(call);
	}

	/**
	 * Return the names that are known.
	 * @return the names, sorted
	 */
	public final Set<String> names() {
		return this.factories.allNames();
	}

}
