package dev.orm.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/** Finds the generic keys that {@code GenericRelation} handles are the way back of. */
final class GenericBacks {

	private final ModelTypes types;

	private final Problems problems;

	GenericBacks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	static boolean isHandle(TypeMirror type) {
		return ModelTypes.isHandle(type, EngineNames.GENERIC_RELATION);
	}

	/** Read a handle, and report one that is the way back of nothing. */
	Optional<DeclaredReverse> read(TypeElement model, VariableElement handle, @Nullable TypeElement source) {
		if (source == null || !this.types.isModel(source)) {
			this.problems.error(model, handle, "Handle %s.%s does not say which model points back: give it a type "
					+ "argument, as in GenericRelation<Comment>", model.getSimpleName(), handle);
			return Optional.empty();
		}
		List<VariableElement> keys = this.types.ownLevels(source)
			.stream()
			.flatMap((level) -> ModelTypes.attributes(level).stream())
			.filter((field) -> GenericKeys.isKey(this.types.typeIn(source, field)))
			.toList();
		String wanted = ReverseHandles.backOf(handle);
		List<VariableElement> found = keys.stream()
			.filter((key) -> wanted.isEmpty() || key.getSimpleName().contentEquals(wanted))
			.toList();
		if (found.size() != 1) {
			this.problems.error(model, handle, "Handle %s.%s is the way back of %s of %s%s. Choices: %s",
					model.getSimpleName(), handle, found.isEmpty() ? "no GenericKey" : "several GenericKeys",
					source.getSimpleName(), wanted.isEmpty() ? ": say which by @BackOf" : " named '" + wanted + "'",
					keys.stream().map(Object::toString).collect(Collectors.joining(", ")));
			return Optional.empty();
		}
		check(model, handle, source, found.get(0));
		return Optional.of(new DeclaredReverse(handle, source, false, found.get(0).getSimpleName().toString()));
	}

	private void check(TypeElement model, VariableElement handle, TypeElement source, VariableElement key) {
		TypeMirror own = this.types.keyType(model, "");
		Optional<TypeMirror> held = GenericKeys.keyType(this.types.typeIn(source, key));
		if (own == null || held.filter((type) -> isSame(type, own)).isEmpty()) {
			this.problems.error(model, handle,
					"Handle %s.%s is the way back of %s.%s, which holds keys of class %s, " + "but the key of %s is %s",
					model.getSimpleName(), handle, source.getSimpleName(), key, held.map(Object::toString).orElse("?"),
					model.getSimpleName(), (own != null) ? own : "none");
		}
		List<TypeElement> targets = GenericKeys.targets(key);
		if (!targets.isEmpty() && !targets.contains(model)) {
			this.problems.error(model, handle,
					"Handle %s.%s is the way back of %s.%s, but @Targets there does not name %s. Targets: %s",
					model.getSimpleName(), handle, source.getSimpleName(), key, model.getSimpleName(),
					targets.stream().map(TypeElement::getSimpleName).toList());
		}
	}

	private boolean isSame(TypeMirror held, TypeMirror own) {
		TypeMirror boxed = own.getKind().isPrimitive() ? this.types.types().boxedClass((PrimitiveType) own).asType()
				: own;
		return this.types.types().isSameType(held, boxed);
	}

}
