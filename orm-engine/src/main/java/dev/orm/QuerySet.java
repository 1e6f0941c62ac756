package dev.orm;

import dev.orm.model.Model;

/**
 * The queryset of a model without one of its own.
 *
 * @param <T> the model
 */
public final class QuerySet<T extends Model> extends AbstractQuerySet<T, QuerySet<T>> {

}
