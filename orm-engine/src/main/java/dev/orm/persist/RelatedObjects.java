package dev.orm.persist;

import dev.orm.error.IllegalQueryException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** What all related-manager writes check and clean up. */
final class RelatedObjects {

	private RelatedObjects() {
	}

	/** Refuse instances of other models; children and proxies are welcome. */
	static void requireModel(RelationModel relation, @Nullable Object object) {
		EntityModel expected = relation.target();
		if (!expected.concrete().javaType().isInstance(object)) {
			String got = (object != null) ? "%s (%s)".formatted(object, object.getClass().getSimpleName()) : "null";
			throw new IllegalQueryException("'%s' instance expected in %s, got %s".formatted(expected, relation, got));
		}
	}

	/** Drop what was prefetched: it is not true any more. */
	static void forget(Model owner, RelationModel relation) {
		InstanceState state = InstanceState.ifPresent(owner);
		if (state != null) {
			state.forget(relation.name());
		}
	}

}
