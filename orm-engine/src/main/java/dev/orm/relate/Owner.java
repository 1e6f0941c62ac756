package dev.orm.relate;

import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.routing.Route;

/**
 * An instance to which other rows belong by one of its relations. Immutable.
 *
 * @param instance the instance
 * @param relation the relation from it
 * @param route where its rows are changed
 */
public record Owner(Model instance, RelationModel relation, Route route) {

}
