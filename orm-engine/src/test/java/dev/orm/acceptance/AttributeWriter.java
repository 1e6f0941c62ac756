package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.Orm;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.meta.FieldModel;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sets the attributes of an object by its accessors; expressions are kept apart, to be
 * computed by the save.
 */
final class AttributeWriter {

	private final Orm orm;

	private final QueryTranslator queries;

	private final NameScope scope;

	AttributeWriter(Orm orm, QueryTranslator queries, CaseModel model) {
		this.orm = orm;
		this.queries = queries;
		this.scope = new NameScope(queries.catalog(), model, null);
	}

	List<Assignment<?>> write(Model instance, JsonNode values) {
		List<Assignment<?>> computed = new ArrayList<>();
		values.propertyStream().forEach((member) -> {
			String name = member.getKey();
			if (ExpressionTranslator.isExpression(member.getValue()) && !member.getValue().has("$v")) {
				refuseByName(name, member.getValue());
				Object expression = this.queries.values().value(member.getValue(), this.scope);
				computed.add(new Assignment<>(this.scope.path(name), Nodes.of(expression)));
			}
			else {
				write(instance, name, member.getValue());
			}
		});
		return computed;
	}

	/** The setter of a relation takes a handle. */
	private void refuseByName(String name, JsonNode value) {
		JsonNode field = this.scope.model().field(name);
		if (field != null && name.equals(field.path("name").asString())
				&& !field.path("name").equals(field.path("attname"))) {
			throw UncompilableCallException.ofValue("ValueError", name, value);
		}
	}

	private void write(Model instance, String name, JsonNode node) {
		JsonNode plain = node.has("$v") ? node.path("$v") : node;
		Object value = this.queries.values().value(plain, this.scope);
		List<String> key = this.scope.model().key();
		if (name.equals("pk") && key.size() > 1) {
			for (int i = 0; i < key.size(); i++) {
				write(instance, key.get(i), plain.path(i));
			}
			return;
		}
		JsonNode field = this.scope.model().field(name.equals("pk") ? key.get(0) : name);
		if (field == null) {
			throw UncompilableCallException.ofAttribute("TypeError", this.scope.model().name(), name);
		}
		if (this.scope.model().isParentLink(field)) {
			Object parentKey = (value instanceof Model parent) ? parent.pk() : value;
			FieldModel inherited = this.orm.models()
				.model(instance.getClass())
				.field(this.scope.model().javaName(this.scope.model().rootKey()))
				.orElseThrow();
			Accessors.set(instance, inherited.name(), converted(inherited, parentKey));
			return;
		}
		String attribute = this.scope.model().javaName(field.path("name").asString());
		FieldModel model = this.orm.models().model(instance.getClass()).field(attribute).orElseThrow();
		boolean relation = !field.path("name").equals(field.path("attname"));
		boolean raw = !name.equals(field.path("name").asString());
		Accessors.set(instance, attribute,
				relation ? handle(instance, attribute, value, raw) : converted(model, value));
	}

	private static @Nullable Object converted(FieldModel field, @Nullable Object value) {
		return (value != null) ? field.type().codec().convert(value) : null;
	}

	private static Object handle(Model instance, String attribute, @Nullable Object value, boolean raw) {
		boolean single = Accessors.type(instance, attribute) == OneToOne.class;
		if (raw || value == null) {
			return single ? OneToOne.ofId(value) : ForeignKey.ofId(value);
		}
		if (!(value instanceof Model target)) {
			throw UncompilableCallException.ofValue("ValueError", attribute, value);
		}
		return single ? OneToOne.to(target) : ForeignKey.to(target);
	}

}
