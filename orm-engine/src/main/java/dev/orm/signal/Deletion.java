package dev.orm.signal;

import dev.orm.model.Model;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * Where a delete starts. Immutable.
 *
 * @param origin the instance it was called with; null for a query
 * @param route where
 * @param soft whether rows are marked, not removed
 */
public record Deletion(@Nullable Model origin, Route route, boolean soft) {

}
