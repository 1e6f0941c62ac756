package dev.orm.load;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.routing.Route;
import dev.orm.routing.Routes;

/** The instances that the handles of an instance hold. */
final class HeldRelations {

	private HeldRelations() {
	}

	/** Refuse one of another database than the instance is to be saved to. */
	static void require(Routes routes, EntityModel model, Model instance, Route route) {
		for (FieldModel field : model.fields()) {
			ToOne<Model> handle = (field.relation() != null) ? Keys.held(instance, field) : null;
			if (handle != null && handle.fetched() != null && !handle.isOwnedBy(instance)) {
				routes.requireRelation(instance, route, handle.fetched(), field);
			}
		}
	}

}
