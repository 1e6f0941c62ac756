package dev.orm.load.follow;

import java.util.Map;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.LoadContext;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.routing.Route;
import dev.orm.routing.Routes;
import org.jspecify.annotations.Nullable;

/** Reads the raw value of a field: of a relation, its key. */
public final class Keys {

	private Keys() {
	}

	public static @Nullable Object value(Model instance, FieldModel field) {
		fetchIfDeferred(instance, field);
		return ToOne.keyOf(instance, field.index());
	}

	private static void fetchIfDeferred(Model instance, FieldModel field) {
		InstanceState state = InstanceState.ifPresent(instance);
		LoadContext context = InstanceState.context(instance);
		if (state != null && context != null && state.deferred().get(field.index())) {
			context.fetchDeferred(instance, field.index());
		}
	}

	/**
	 * Return the handle an instance has, or null. That of the link to a parent's row,
	 * which no attribute holds, is kept beside the attributes while its key is the same.
	 */
	@SuppressWarnings("unchecked")
	public static @Nullable ToOne<Model> held(Model owner, FieldModel field) {
		if (!(field.value(owner) instanceof ToOne<?> handle)) {
			return null;
		}
		return (ToOne<Model>) (field.isParentLink() ? kept(owner, field, handle) : handle);
	}

	private static ToOne<?> kept(Model child, FieldModel link, ToOne<?> fresh) {
		Map<String, @Nullable Object> related = InstanceState.of(child).related();
		if (related.get(link.name()) instanceof ToOne<?> known && link.isSame(known.id(), fresh.id())) {
			return known;
		}
		related.put(link.name(), fresh);
		return fresh;
	}

	/** Return the handle of a forward relation, fetching it if it is deferred. */
	public static ToOne<Model> handle(Model owner, RelationModel relation) {
		FieldModel field = relation.foreignKey();
		fetchIfDeferred(owner, field);
		ToOne<Model> held = held(owner, field);
		if (held != null) {
			return held;
		}
		ToOne<Model> empty = loaded(owner, relation, null);
		field.set(owner, empty);
		return empty;
	}

	/** Make the handle a row comes with: one that can fetch. */
	@SuppressWarnings("unchecked")
	public static ToOne<Model> loaded(Model owner, RelationModel relation, @Nullable Object key) {
		return (ToOne<Model>) relation.foreignKey().handle(owner, key);
	}

	/**
	 * Refuse an instance in a handle that is of another database than the one its owner
	 * is to be saved to.
	 */
	public static void requireHeld(Routes routes, EntityModel model, Model instance, Route route) {
		for (FieldModel field : model.fields()) {
			ToOne<Model> handle = (field.relation() != null) ? held(instance, field) : null;
			if (handle != null && handle.fetched() != null && !handle.isOwnedBy(instance)) {
				routes.requireRelation(instance, route, handle.fetched(), field);
			}
		}
	}

}
