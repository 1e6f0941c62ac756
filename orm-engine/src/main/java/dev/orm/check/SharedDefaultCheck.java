package dev.orm.check;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Looks for one object that all new instances hold, and that any of them can change.
 * Django's {@code fields.E010}.
 */
final class SharedDefaultCheck implements ModelCheck {

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		List<Problem> problems = new ArrayList<>();
		for (EntityModel model : models.models()) {
			Model one = NewInstance.of(model);
			Model other = (one != null) ? NewInstance.of(model) : null;
			if (one != null && other != null) {
				problems.addAll(check(model, one, other));
			}
		}
		return problems.stream();
	}

	private static List<Problem> check(EntityModel model, Model one, Model other) {
		return model.fields()
			.stream()
			.filter((field) -> field.relation() == null && isShared(field.value(one), field.value(other)))
			.map((field) -> Problem.warning("field-default-shared", field.toString(),
					"New instances of %s share one object as '%s': changed in one, it changes in all.".formatted(model,
							field.name()),
					"make a new one in the initialiser, or one that cannot change, as List.of()"))
			.toList();
	}

	private static boolean isShared(@Nullable Object one, @Nullable Object other) {
		return one != null && one == other && isMutable(one);
	}

	private static boolean isMutable(Object value) {
		Class<?> type = value.getClass();
		if (type.isArray()) {
			return Array.getLength(value) > 0;
		}
		if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
			return !isUnchangeable(type.getName());
		}
		return value instanceof Date || value instanceof Calendar || isOfTheApplication(type);
	}

	private static boolean isUnchangeable(String type) {
		return type.startsWith("java.util.ImmutableCollections$") || type.startsWith("java.util.Collections$");
	}

	private static boolean isOfTheApplication(Class<?> type) {
		return !type.getName().startsWith("java.") && !(type.isRecord() || Enum.class.isAssignableFrom(type)) && Arrays
			.stream(type.getDeclaredFields())
			.anyMatch((field) -> !Modifier.isFinal(field.getModifiers()) && !Modifier.isStatic(field.getModifiers()));
	}

}
