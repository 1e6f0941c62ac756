package dev.orm.persist;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/** Refuses instances that are not valid. A port: the room of validation is above. */
@FunctionalInterface
public interface InstanceCheck {

	/** Nothing is looked at. */
	InstanceCheck NONE = (model, instances, attributes, computed, route) -> {
	};

	/**
	 * Refuse instances that are not valid.
	 * @param model their model
	 * @param instances the instances
	 * @param attributes the only attributes that are written; null for all
	 * @param computed attributes the database computes
	 * @param route where
	 */
	void require(EntityModel model, List<? extends Model> instances, @Nullable List<String> attributes,
			List<String> computed, Route route);

}
