package dev.orm.signal;

import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Where a delete starts. Immutable.
 *
 * @param origin the instance it was called with; null for a query
 * @param database the alias of the database
 */
public record Deletion(@Nullable Model origin, String database) {

}
