package dev.orm.load;

import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.ForeignKey;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

/** Reads the raw value of a field: of a relation, its key. */
final class Keys {

	private Keys() {
	}

	static @Nullable Object value(Model instance, FieldModel field) {
		EntityBinding<Model> binding = EntityBinding.of(instance.getClass());
		fetchIfDeferred(instance, field);
		Object value = binding.get(instance, field.index());
		return (value instanceof ToOne<?> handle) ? handle.id() : value;
	}

	private static void fetchIfDeferred(Model instance, FieldModel field) {
		InstanceState state = InstanceState.ifPresent(instance);
		LoadContext context = InstanceState.context(instance);
		if (state != null && context != null && state.deferred().get(field.index())) {
			context.fetchDeferred(instance, field.index());
		}
	}

	/** Return the handle of a forward relation, fetching it if it is deferred. */
	@SuppressWarnings("unchecked")
	static ToOne<Model> handle(Model owner, RelationModel relation) {
		FieldModel field = relation.foreignKey();
		fetchIfDeferred(owner, field);
		Object handle = relation.source().binding().get(owner, field.index());
		if (handle instanceof ToOne<?> toOne) {
			return (ToOne<Model>) toOne;
		}
		ToOne<Model> empty = (relation.kind() == RelationModel.Kind.FOREIGN_KEY)
				? ForeignKey.loaded(owner, field.index(), null) : OneToOne.loaded(owner, field.index(), null);
		relation.source().binding().set(owner, field.index(), empty);
		return empty;
	}

}
