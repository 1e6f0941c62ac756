package dev.orm.load;

import java.util.List;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Nodes;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.query.Operation;
import dev.orm.query.QuerySpec;

/** Reads an instance anew. */
final class Refresher {

	private final Reader reader;

	private final ReadOptions options;

	Refresher(Reader reader, ReadOptions options) {
		this.reader = reader;
		this.options = options;
	}

	void refresh(Model instance, EntityModel model, List<String> fields) {
		Object key = instance.pk();
		if (key == null) {
			throw new QueryValueException("%s has no key, so it cannot be read again.".formatted(instance));
		}
		List<FieldModel> wanted = fields.isEmpty() ? model.fields()
				: fields.stream().map((name) -> field(model, name)).toList();
		QuerySpec query = QuerySpec.of(model)
			.then(new Operation.Filter(List.of(new Nodes.Lookup("pk", Nodes.of(key))), false))
			.then(new Operation.OrderBy(List.of()));
		List<Model> found = this.reader.instances(query, this.options);
		if (found.isEmpty()) {
			throw new DoesNotExistException("%s does not exist any more.".formatted(instance));
		}
		wanted.forEach((field) -> copy(found.get(0), instance, model, field));
		InstanceState state = InstanceState.ifPresent(instance);
		if (state != null) {
			state.related().clear();
		}
	}

	private static FieldModel field(EntityModel model, String name) {
		return model.field(name)
			.orElseThrow(() -> new QueryValueException("%s has no field '%s'. Choices: %s".formatted(model.name(), name,
					String.join(", ", model.choices()))));
	}

	private static void copy(Model from, Model to, EntityModel model, FieldModel field) {
		if (field.relation() != null) {
			DeferredFetcher.set(to, field, Keys.value(from, field));
			return;
		}
		model.binding().set(to, field.index(), model.binding().get(from, field.index()));
		InstanceState.of(to).deferred().clear(field.index());
	}

}
