package dev.orm.persist;

import dev.orm.error.IllegalQueryException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;

/** What all related-manager writes check and clean up. */
final class RelatedObjects {

	private RelatedObjects() {
	}

	/** Refuse instances of other models; children and proxies are welcome. */
	static void requireModel(RelationModel relation, Object object) {
		EntityModel expected = relation.target();
		if (!expected.concrete().javaType().isInstance(object)) {
			throw new IllegalQueryException("'%s' instance expected in %s, got %s (%s)".formatted(expected, relation,
					object, object.getClass().getSimpleName()));
		}
	}

	/** Drop what was prefetched: it is not true any more. */
	static void forget(Model owner, RelationModel relation) {
		InstanceState state = InstanceState.ifPresent(owner);
		if (state != null) {
			state.related().remove(relation.name());
		}
	}

}
