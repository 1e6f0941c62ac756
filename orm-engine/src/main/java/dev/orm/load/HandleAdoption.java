package dev.orm.load;

import java.util.List;
import java.util.Objects;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

/**
 * Attaches saved instances, and replaces the handles a user put into them by ones that
 * can fetch. Used by one thread.
 */
final class HandleAdoption {

	private final ResultContext context;

	private @Nullable EntityModel model;

	private List<FieldModel> relations = List.of();

	HandleAdoption(ResultContext context) {
		this.context = context;
	}

	void adopt(Model instance, EntityModel of) {
		if (this.model != of) {
			prepare(of);
		}
		InstanceState.attach(instance, this.context);
		of.binding().born(instance);
		for (FieldModel field : this.relations) {
			adopt(instance, of, field);
		}
	}

	private void prepare(EntityModel of) {
		this.model = of;
		this.relations = of.fields()
			.stream()
			.filter((field) -> field.relation() != null && field.owner().concrete() == of.concrete())
			.toList();
	}

	@SuppressWarnings("unchecked")
	private static void adopt(Model instance, EntityModel model, FieldModel field) {
		RelationModel relation = Objects.requireNonNull(field.relation(), field::toString);
		Object current = model.binding().get(instance, field.index());
		ToOne<Model> handle = (current instanceof ToOne<?> given) ? (ToOne<Model>) given : null;
		if (handle != null && handle.isOwnedBy(instance)) {
			return;
		}
		Model target = (handle != null) ? handle.fetched() : null;
		Object key = (target != null) ? Keys.value(target, relation.path().get(0).toField())
				: (handle != null) ? handle.id() : null;
		ToOne<Model> owned = Keys.loaded(instance, relation, key);
		owned.cache(target);
		model.binding().set(instance, field.index(), owned);
	}

}
