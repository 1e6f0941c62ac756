package dev.orm.persist;

import java.util.List;
import java.util.function.Predicate;

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

	/**
	 * Return whether saves of instances ask, unless they are told not to.
	 * @param model the model
	 * @return false if only those saves do that are told to
	 */
	default boolean isAskedBySaves(EntityModel model) {
		return false;
	}

	/**
	 * Return a check that saves ask without being told.
	 * @param models chooses the models whose saves do
	 * @return a check
	 */
	default InstanceCheck askedBySavesOf(Predicate<EntityModel> models) {
		InstanceCheck asked = this;
		return new InstanceCheck() {
			@Override
			public void require(EntityModel model, List<? extends Model> instances, @Nullable List<String> attributes,
					List<String> computed, Route route) {
				asked.require(model, instances, attributes, computed, route);
			}

			@Override
			public boolean isAskedBySaves(EntityModel model) {
				return models.test(model);
			}
		};
	}

}
