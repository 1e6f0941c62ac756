package dev.orm.check;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;

/**
 * Looks for handles of relations to many, and of ways back, that an initialiser takes
 * away again: they are there from the start.
 */
final class HandleCheck implements ModelCheck {

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		List<Problem> problems = new ArrayList<>();
		for (EntityModel model : models.models()) {
			Model instance = NewInstance.of(model);
			if (instance != null) {
				problems.addAll(check(model, instance));
			}
		}
		return problems.stream();
	}

	private static List<Problem> check(EntityModel model, Model instance) {
		return model.relations()
			.stream()
			.filter((relation) -> !relation.hidden() && !isKey(model, relation))
			.flatMap((relation) -> handle(model.javaType(), relation.name()).stream())
			.filter((field) -> isReset(instance, field))
			.map((field) -> Problem.error("relation-handle-reset", model.name() + "." + field.getName(),
					"The handle '%s' of %s is null in a new instance.".formatted(field.getName(), model),
					"leave out its initialiser: Model makes handles before it runs"))
			.toList();
	}

	/** A key is an immutable value, which may be null at first. */
	private static boolean isKey(EntityModel model, RelationModel relation) {
		return model.field(relation.name()).isPresent();
	}

	private static Optional<Field> handle(Class<?> type, String name) {
		for (Class<?> at = type; at != null && at != Model.class; at = at.getSuperclass()) {
			for (Field field : at.getDeclaredFields()) {
				if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())
						&& field.getType().getPackageName().equals("dev.orm")) {
					return Optional.of(field);
				}
			}
		}
		return Optional.empty();
	}

	private static boolean isReset(Model instance, Field field) {
		try {
			return field.trySetAccessible() && field.get(instance) == null;
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException("Cannot read " + field, ex);
		}
	}

}
