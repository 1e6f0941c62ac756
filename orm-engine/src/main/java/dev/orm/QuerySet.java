package dev.orm;

import dev.orm.model.Model;

/**
 * The queryset of a model without one of its own. Immutable, as all querysets: every
 * method answers a new one, so one may be kept in a constant and shared between threads.
 * Django's {@code QuerySet}.
 *
 * @param <T> the model
 */
public final class QuerySet<T extends Model> extends AbstractQuerySet<T, QuerySet<T>> {

}
