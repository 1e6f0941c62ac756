package dev.orm.save;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Node;
import dev.orm.instance.WriteModel;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.FirstField;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import org.jspecify.annotations.Nullable;

/** Decides which fields a save may write: those named, else those that are loaded. */
public final class UpdateFields {

	private UpdateFields() {
	}

	/**
	 * Return the fields a save is restricted to.
	 * @param model the model
	 * @param instance the instance
	 * @param options how it is saved
	 * @param adding whether the instance is new
	 * @param computed the fields that get expressions, loaded or not
	 * @return the fields; null for all
	 */
	static @Nullable Set<FieldModel> restriction(WriteModel model, Model instance, SaveOptions options, boolean adding,
			Set<FieldModel> computed) {
		if (options.updateFields() != null) {
			Set<FieldModel> named = named(model.model(), options.updateFields());
			named.addAll(model.always());
			return named;
		}
		InstanceState state = InstanceState.ifPresent(instance);
		if (state == null || state.deferred().isEmpty() || options.forceInsert() || adding) {
			return null;
		}
		BitSet deferred = state.deferred();
		return model.model()
			.fields()
			.stream()
			.filter((field) -> !deferred.get(field.index()) || computed.contains(field)
					|| model.always().contains(field))
			.collect(Collectors.toSet());
	}

	/**
	 * Return the expressions by field. Times the engine sets itself are not computed:
	 * Django's {@code pre_save} replaces whatever they hold.
	 * @param model the model
	 * @param assignments the expressions by attribute
	 * @param adding whether the instance is new
	 * @return the expressions
	 */
	public static Map<FieldModel, Node> expressions(EntityModel model, List<Assignment<?>> assignments,
			boolean adding) {
		Map<FieldModel, Node> expressions = new LinkedHashMap<>();
		for (Assignment<?> assignment : assignments) {
			FieldModel field = model.field(assignment.attribute())
				.filter((found) -> !found.primaryKey())
				.orElseThrow(() -> new QueryValueException(
						"Cannot save '%s' of %s.".formatted(assignment.attribute(), model),
						UnknownName.of(model.name(), assignment.attribute(), choices(model))));
			if (!field.is(Flag.AUTO_NOW) && !(adding && field.is(Flag.AUTO_NOW_ADD))) {
				expressions.put(field.requireWritten(), assignment.value());
			}
		}
		return expressions;
	}

	private static Set<FieldModel> named(EntityModel model, List<String> names) {
		Set<FieldModel> fields = new LinkedHashSet<>();
		List<String> wrong = new ArrayList<>();
		for (String name : FirstField.columns(model, names)) {
			model.field(name)
				.filter((field) -> !field.primaryKey())
				.ifPresentOrElse((field) -> fields.add(field.requireWritten()), () -> wrong.add(name));
		}
		if (!wrong.isEmpty()) {
			throw new QueryValueException(
					"The following fields do not exist in model %s, are many-to-many fields or primary keys: %s."
						.formatted(model, wrong),
					UnknownName.of(model.name(), wrong.get(0), choices(model)));
		}
		return fields;
	}

	public static List<String> choices(EntityModel model) {
		return model.fields()
			.stream()
			.filter((field) -> !field.primaryKey() && !field.computed())
			.map(FieldModel::name)
			.toList();
	}

}
