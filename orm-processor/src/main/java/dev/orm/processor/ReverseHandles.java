package dev.orm.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * Finds the keys that {@code OneToMany} and {@code ReverseOneToOne} handles are the way
 * back of, and the handles that name the way back of a key.
 */
final class ReverseHandles {

	private final ModelTypes types;

	private final Problems problems;

	private final GenericBacks generics;

	ReverseHandles(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
		this.generics = new GenericBacks(types, problems);
	}

	static boolean isHandle(TypeMirror type) {
		return isForeign(type) || GenericBacks.isHandle(type);
	}

	private static boolean isForeign(TypeMirror type) {
		return ModelTypes.isHandle(type, EngineNames.ONE_TO_MANY) || isSingle(type);
	}

	private static boolean isSingle(TypeMirror type) {
		return ModelTypes.isHandle(type, EngineNames.REVERSE_ONE_TO_ONE);
	}

	/** Read a handle, and report one that is the way back of nothing. */
	Optional<DeclaredReverse> read(TypeElement model, TypeElement level, VariableElement handle, TypeMirror type) {
		TypeElement source = ModelTypes.argument(type);
		if (ModelTypes.isUnresolved(type)) {
			return Optional.empty();
		}
		if (GenericBacks.isHandle(type)) {
			return this.generics.read(model, handle, source);
		}
		if (source == null || !this.types.isModel(source)) {
			this.problems.error(model, handle, "Handle %s.%s does not say which model points back: give it a type "
					+ "argument, as in OneToMany<Review>", model.getSimpleName(), handle);
			return Optional.empty();
		}
		if (!level.equals(model)) {
			this.problems.error(model, handle,
					"Handle %s of abstract class %s would be the way back of keys to several models: declare it in %s",
					handle, level.getSimpleName(), model.getSimpleName());
			return Optional.empty();
		}
		checkKeys(model, handle, type, source);
		return Optional.of(new DeclaredReverse(handle, source, isSingle(type), null));
	}

	private void checkKeys(TypeElement model, VariableElement handle, TypeMirror type, TypeElement source) {
		List<VariableElement> keys = keys(source, model, isSingle(type));
		String wanted = backOf(handle);
		String kind = isSingle(type) ? "OneToOne" : "ForeignKey";
		String choices = keys.stream().map(Object::toString).collect(Collectors.joining(", "));
		if (keys.isEmpty()) {
			this.problems.error(model, handle, "Handle %s.%s is the way back of nothing: %s has no %s<%s>",
					model.getSimpleName(), handle, source.getSimpleName(), kind, model.getSimpleName());
		}
		else if (wanted.isEmpty() && keys.size() > 1) {
			this.problems.error(model, handle,
					"Handle %s.%s may be the way back of several keys of %s: say which by @BackOf. Choices: %s",
					model.getSimpleName(), handle, source.getSimpleName(), choices);
		}
		else if (!wanted.isEmpty() && keys.stream().noneMatch((key) -> isNamed(key, wanted))) {
			this.problems.error(model, handle, "@BackOf of %s.%s names '%s', but %s has no such %s<%s>. Choices: %s",
					model.getSimpleName(), handle, wanted, source.getSimpleName(), kind, model.getSimpleName(),
					choices);
		}
		else {
			sole(model, handle, type, source, wanted.isEmpty() ? keys.get(0).toString() : wanted);
		}
	}

	/** A key has one way back, of one name. */
	private void sole(TypeElement model, VariableElement handle, TypeMirror type, TypeElement source, String key) {
		keys(source, model, isSingle(type)).stream()
			.filter((field) -> isNamed(field, key))
			.map((field) -> nameOf(source, field, model, isSingle(type)))
			.filter((name) -> name != null && !handle.getSimpleName().contentEquals(name))
			.forEach((name) -> this.problems.error(model, handle,
					"Handles %s.%s and %s.%s are both the way back of %s.%s: remove one", model.getSimpleName(), handle,
					model.getSimpleName(), name, source.getSimpleName(), key));
	}

	/** The handle that names the way back of a key; null if none does. */
	@Nullable String nameOf(TypeElement source, VariableElement key, TypeElement target, boolean single) {
		for (VariableElement handle : ModelTypes.attributes(target)) {
			TypeMirror type = handle.asType();
			if (isForeign(type) && isSingle(type) == single && source.equals(ModelTypes.argument(type))
					&& leadsBack(handle, source, key, target, single)) {
				return handle.getSimpleName().toString();
			}
		}
		return null;
	}

	private boolean leadsBack(VariableElement handle, TypeElement source, VariableElement key, TypeElement target,
			boolean single) {
		String wanted = backOf(handle);
		return wanted.isEmpty() ? keys(source, target, single).size() == 1 : isNamed(key, wanted);
	}

	private static boolean isNamed(VariableElement key, String name) {
		return key.getSimpleName().contentEquals(name);
	}

	static String backOf(VariableElement handle) {
		return AnnotationValues.find(handle, EngineNames.BACK_OF).map((values) -> values.text("value")).orElse("");
	}

	private List<VariableElement> keys(TypeElement source, TypeElement target, boolean single) {
		String handle = single ? EngineNames.ONE_TO_ONE : EngineNames.FOREIGN_KEY;
		return this.types.ownLevels(source)
			.stream()
			.flatMap((level) -> ModelTypes.attributes(level).stream())
			.filter((field) -> {
				TypeMirror type = this.types.typeIn(source, field);
				return ModelTypes.isHandle(type, handle) && target.equals(ModelTypes.argument(type));
			})
			.toList();
	}

}
