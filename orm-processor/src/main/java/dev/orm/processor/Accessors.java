package dev.orm.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the accessors of a model's fields, JavaBean or record style, and decides which
 * fields may be deferred.
 */
final class Accessors {

	private final ModelTypes types;

	Accessors(ModelTypes types) {
		this.types = types;
	}

	Deferral of(DeclaredModel model) {
		Set<Integer> fields = new TreeSet<>();
		Map<ExecutableElement, List<Integer>> getters = new LinkedHashMap<>();
		Map<ExecutableElement, List<Integer>> setters = new LinkedHashMap<>();
		boolean extendable = !model.element().getModifiers().contains(Modifier.FINAL)
				&& !model.element().getModifiers().contains(Modifier.SEALED);
		List<ExecutableElement> methods = extendable ? methods(model.element()) : List.of();
		for (int i = 0; i < model.fields().size(); i++) {
			DeclaredField field = model.fields().get(i);
			List<ExecutableElement> reading = matching(methods, getterNames(field), 0);
			List<ExecutableElement> writing = matching(methods, setterNames(field), 1).stream()
				.filter((method) -> isSetter(model, field, method))
				.toList();
			if (!field.isParentLink() && !reading.isEmpty() && overridable(model, reading)
					&& overridable(model, writing)) {
				int index = i;
				fields.add(index);
				reading.forEach((method) -> getters.computeIfAbsent(method, (any) -> new ArrayList<>()).add(index));
				writing.forEach((method) -> setters.computeIfAbsent(method, (any) -> new ArrayList<>()).add(index));
			}
		}
		return new Deferral(extendable, fields, getters, setters);
	}

	/**
	 * The methods callers of the model see; its own private ones and those of the engine
	 * are none.
	 */
	private List<ExecutableElement> methods(TypeElement model) {
		return ElementFilter.methodsIn(this.types.elements().getAllMembers(model))
			.stream()
			.filter((method) -> !method.getModifiers().contains(Modifier.STATIC)
					&& !method.getModifiers().contains(Modifier.PRIVATE) && method.getTypeParameters().isEmpty())
			.filter((method) -> !isEngineMethod(ModelTypes.owner(method)))
			.toList();
	}

	private static boolean isEngineMethod(TypeElement owner) {
		return owner.getQualifiedName().contentEquals(EngineNames.MODEL)
				|| owner.getQualifiedName().contentEquals("java.lang.Object");
	}

	private static List<ExecutableElement> matching(List<ExecutableElement> methods, List<String> names,
			int parameters) {
		return methods.stream()
			.filter((method) -> names.contains(method.getSimpleName().toString())
					&& method.getParameters().size() == parameters)
			.filter((method) -> parameters == 1 || method.getReturnType().getKind() != TypeKind.VOID)
			.toList();
	}

	/**
	 * A method of the field's own name may as well compute something, as the price in a
	 * currency.
	 */
	private boolean isSetter(DeclaredModel model, DeclaredField field, ExecutableElement method) {
		TypeMirror result = method.getReturnType();
		if (!method.getSimpleName().contentEquals(field.attributeName()) || result.getKind() == TypeKind.VOID) {
			return true;
		}
		EmbeddedPart part = field.part();
		return isSame(method.getParameters().get(0).asType(),
				(part != null) ? part.record().type().asType() : field.type())
				|| this.types.types().isAssignable(model.element().asType(), erasure(result));
	}

	private boolean isSame(TypeMirror left, TypeMirror right) {
		return this.types.types().isSameType(erasure(left), erasure(right));
	}

	private TypeMirror erasure(TypeMirror type) {
		return this.types.types().erasure(type);
	}

	private static List<String> getterNames(DeclaredField field) {
		String upper = NamingRules.upperCamelCase(field.attributeName());
		if (field.relation() != null) {
			return List.of(field.name(), "get" + upper, field.name() + "Id", "get" + upper + "Id");
		}
		return (field.part() == null && isBoolean(field)) ? List.of(field.name(), "get" + upper, "is" + upper)
				: List.of(field.attributeName(), "get" + upper);
	}

	private static List<String> setterNames(DeclaredField field) {
		String setter = "set" + NamingRules.upperCamelCase(field.attributeName());
		boolean prefixed = (field.part() == null && isBoolean(field)) && field.name().length() > 2
				&& field.name().startsWith("is");
		return prefixed ? List.of(field.name(), setter, "set" + field.name().substring(2))
				: List.of(field.attributeName(), setter);
	}

	private static boolean isBoolean(DeclaredField field) {
		return field.attribute().columnClass().equals("BooleanColumn");
	}

	private boolean overridable(DeclaredModel model, List<ExecutableElement> methods) {
		return methods.stream().allMatch((method) -> isOverridable(model, method));
	}

	private boolean isOverridable(DeclaredModel model, ExecutableElement method) {
		Set<Modifier> modifiers = method.getModifiers();
		if (modifiers.contains(Modifier.FINAL)) {
			return false;
		}
		return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED)
				|| this.types.packageOf(method).equals(this.types.packageOf(model.element()));
	}

}
