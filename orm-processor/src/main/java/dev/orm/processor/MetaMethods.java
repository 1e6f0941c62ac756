package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

import org.jspecify.annotations.Nullable;

/**
 * Finds the methods of a model and its abstract parents that say what its table is: those
 * that take one {@code Meta}, whatever they are called.
 */
final class MetaMethods {

	private final ModelTypes types;

	private final Problems problems;

	MetaMethods(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	/** The methods to call, outermost parents' first. */
	List<ExecutableElement> of(TypeElement model) {
		List<ExecutableElement> methods = new ArrayList<>();
		for (TypeElement level : this.types.ownLevels(model)) {
			ElementFilter.methodsIn(level.getEnclosedElements())
				.stream()
				.filter((method) -> metaType(method) != null)
				.forEach(methods::add);
		}
		return methods;
	}

	private static @Nullable DeclaredType metaType(ExecutableElement method) {
		if (method.getParameters().size() != 1) {
			return null;
		}
		TypeMirror type = method.getParameters().get(0).asType();
		return ModelTypes.isHandle(type, EngineNames.META) ? (DeclaredType) type : null;
	}

	void check(TypeElement model) {
		List<ExecutableElement> methods = of(model);
		for (int i = 0; i < methods.size(); i++) {
			ExecutableElement method = methods.get(i);
			if (isCallable(model, method)) {
				parameter(model, method);
			}
			clash(model, method, methods.subList(0, i));
		}
	}

	private boolean isCallable(TypeElement model, ExecutableElement method) {
		Set<Modifier> modifiers = method.getModifiers();
		if (!modifiers.contains(Modifier.STATIC)) {
			error(model, method, "must be static, as it speaks of the table and not of a row");
			return false;
		}
		if (modifiers.contains(Modifier.PRIVATE)) {
			error(model, method, "must not be private, as generated code calls it");
			return false;
		}
		if (!method.getThrownTypes().isEmpty()) {
			error(model, method, "must not declare exceptions");
			return false;
		}
		String home = this.types.packageOf(model);
		boolean reachable = this.types.packageOf(method).equals(home)
				|| (modifiers.contains(Modifier.PUBLIC) && this.types.isVisible(ModelTypes.owner(method), home));
		if (!reachable) {
			error(model, method, "cannot be reached from the package of %s: make it public, and its class",
					model.getSimpleName());
		}
		return reachable;
	}

	/** The parameter must take the model: by its name, or as any child of a parent. */
	private void parameter(TypeElement model, ExecutableElement method) {
		TypeElement owner = ModelTypes.owner(method);
		boolean fits = isOwn(model, method) || isOfAny(model, method);
		if (!fits && owner.equals(model)) {
			error(model, method, "must take a Meta<%s>", owner.getSimpleName());
		}
		else if (!fits) {
			error(model, method, "must take the Meta of any child: static <M extends %s> void %s(Meta<M> meta)",
					owner.getSimpleName(), method.getSimpleName());
		}
	}

	private boolean isOwn(TypeElement model, ExecutableElement method) {
		List<? extends TypeMirror> arguments = argumentsOf(method);
		return method.getTypeParameters().isEmpty() && arguments.size() == 1
				&& this.types.types().isSameType(arguments.get(0), model.asType());
	}

	private boolean isOfAny(TypeElement model, ExecutableElement method) {
		List<? extends TypeMirror> arguments = argumentsOf(method);
		if (method.getTypeParameters().size() != 1 || arguments.size() != 1
				|| arguments.get(0).getKind() != TypeKind.TYPEVAR) {
			return false;
		}
		TypeParameterElement parameter = method.getTypeParameters().get(0);
		return this.types.types().isSameType(arguments.get(0), parameter.asType()) && parameter.getBounds()
			.stream()
			.allMatch((bound) -> this.types.types().isSubtype(model.asType(), this.types.types().erasure(bound)));
	}

	private static List<? extends TypeMirror> argumentsOf(ExecutableElement method) {
		DeclaredType meta = metaType(method);
		return (meta != null) ? meta.getTypeArguments() : List.of();
	}

	private void clash(TypeElement model, ExecutableElement method, List<ExecutableElement> parents) {
		parents.stream()
			.filter((other) -> other.getSimpleName().equals(method.getSimpleName())
					&& !ModelTypes.owner(other).equals(ModelTypes.owner(method)))
			.findFirst()
			.ifPresent((other) -> error(model, method,
					"has the name of a method of its parent %s, which is called too: give it another name",
					ModelTypes.owner(other).getSimpleName()));
	}

	private void error(TypeElement model, ExecutableElement method, String message, Object... arguments) {
		this.problems.error(model, method, "Meta method %s.%s " + message + " (meta-method)",
				concat(ModelTypes.owner(method).getSimpleName(), method.getSimpleName(), arguments));
	}

	private static Object[] concat(Object first, Object second, Object... more) {
		List<Object> all = new ArrayList<>(List.of(first, second));
		all.addAll(List.of(more));
		return all.toArray();
	}

}
