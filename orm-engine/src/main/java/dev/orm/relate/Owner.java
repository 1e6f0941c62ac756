package dev.orm.relate;

import dev.orm.error.QueryValueException;
import dev.orm.instance.InstanceValues;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * An instance to which other rows belong by one of its relations. Immutable.
 *
 * @param instance the instance
 * @param relation the relation from it
 * @param route where its rows are changed
 */
public record Owner(Model instance, RelationModel relation, Route route) {

	/**
	 * What rows point to it by, which has to be there.
	 * @param field the field
	 * @param used what is to be done to the relation, for the message
	 */
	Object key(InstanceValues values, FieldModel field, String used) {
		@Nullable Object key = values.attribute(this.instance, field);
		if (key == null) {
			throw new QueryValueException("%s needs to be saved before its relation %s can be %s"
				.formatted(this.relation.source(), this.relation.name(), used), this.relation.subject())
				.of(this.instance);
		}
		return key;
	}

	/** The field that rows point to by their own column. */
	FieldModel referred() {
		return this.relation.path().get(0).fromField();
	}

}
