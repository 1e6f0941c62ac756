package dev.orm.load;

import java.util.List;

import dev.orm.load.follow.Keys;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;
import dev.orm.model.ToOne;

/**
 * Lets instances read through a related manager know their owner without a query.
 * Django's known related objects.
 */
final class KnownOwner {

	private KnownOwner() {
	}

	/** A deferred key is fetched, as Django does: the row might have another owner. */
	static void assign(List<Model> instances, ReadOptions options) {
		Model owner = options.owner();
		RelationModel back = options.ownerRelation();
		if (owner == null || back == null || !back.forward()) {
			return;
		}
		FieldModel referred = back.path().get(0).toField();
		Object key = Keys.value(owner, referred);
		for (Model instance : instances) {
			ToOne<Model> relation = Keys.handle(instance, back);
			if (!relation.isFetched() && referred.isSame(relation.id(), key)) {
				relation.cache(owner);
			}
		}
	}

}
