package dev.orm;

import dev.orm.expression.QuerySource;
import dev.orm.model.Model;

/**
 * The handle of a many-to-many relation, declared as a field of a model: the manager of
 * the rows related to one instance. It is there once the instance is loaded or saved.
 * Used by one thread at a time, as the instance. Django's {@code ManyToManyField}.
 *
 * @param <T> the related model
 */
public sealed interface ManyToMany<T extends Model> extends QuerySource permits RelatedManager {

	/**
	 * Return the manager with all its methods.
	 * @return the manager
	 */
	RelatedManager<T> manager();

	/**
	 * Return a queryset of all related rows.
	 * @return a queryset; it answers from memory if the relation was prefetched
	 */
	QuerySet<T> all();

}
