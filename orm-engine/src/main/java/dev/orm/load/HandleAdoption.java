package dev.orm.load;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.model.ToOne;

/**
 * Replaces the handles a user put into an instance by ones that can fetch, once the
 * instance is saved.
 */
final class HandleAdoption {

	private final EntityModel model;

	HandleAdoption(EntityModel model) {
		this.model = model;
	}

	void adopt(Model instance) {
		for (FieldModel field : this.model.fields()) {
			RelationModel relation = field.relation();
			if (relation != null && field.owner().concrete() == this.model.concrete()) {
				adopt(instance, field, relation);
			}
		}
	}

	@SuppressWarnings("unchecked")
	private void adopt(Model instance, FieldModel field, RelationModel relation) {
		Object current = this.model.binding().get(instance, field.index());
		ToOne<Model> handle = (current instanceof ToOne<?> given) ? (ToOne<Model>) given : null;
		Model target = (handle != null) ? handle.fetched() : null;
		Object key = (target != null) ? Keys.value(target, relation.path().get(0).toField())
				: (handle != null) ? handle.id() : null;
		ToOne<Model> owned = (relation.kind() == RelationModel.Kind.FOREIGN_KEY)
				? ForeignKey.loaded(instance, field.index(), key) : OneToOne.loaded(instance, field.index(), key);
		owned.cache(target);
		this.model.binding().set(instance, field.index(), owned);
	}

}
