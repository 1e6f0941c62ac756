package dev.orm.load;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.load.follow.Keys;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;

/** Makes instances of which only the key is known; all else is fetched when touched. */
final class References {

	private References() {
	}

	static Model of(EntityModel model, Object key, ResultContext context) {
		List<Object> parts = parts(model, key);
		Model instance = model.binding().newDeferred();
		for (FieldModel field : model.fields()) {
			int part = model.key().indexOf(field);
			if (part >= 0) {
				set(instance, field, parts.get(part));
			}
			else {
				EntityReader.checkDeferrable(model.binding(), field);
				InstanceState.of(instance).deferred().set(field.index());
				if (field.relation() != null) {
					// an empty handle would say that the relation is null
					field.set(instance, null);
				}
			}
		}
		InstanceState.attach(instance, context);
		return instance;
	}

	private static List<Object> parts(EntityModel model, Object key) {
		List<Object> parts = new ArrayList<>();
		((key instanceof List<?> several) ? several : List.of(key)).forEach(parts::add);
		if (parts.size() != model.key().size()) {
			throw new QueryValueException("The key of %s is %s, which needs %d value(s), not %d".formatted(model.name(),
					model.key(), model.key().size(), parts.size()), model.subject().by("key"))
				.of(key);
		}
		return parts;
	}

	private static void set(Model instance, FieldModel field, Object value) {
		Object part = field.type().codec().convert(value);
		RelationModel relation = field.relation();
		field.model()
			.binding()
			.set(instance, field.index(), (relation != null) ? Keys.loaded(instance, relation, part) : part);
	}

}
