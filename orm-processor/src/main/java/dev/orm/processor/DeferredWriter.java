package dev.orm.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Writes {@code X$$Deferred}: the subclass whose getters fetch a deferred field on first
 * use.
 */
final class DeferredWriter {

	private final ModelTypes types;

	private final GeneratedNames names;

	DeferredWriter(ModelTypes types, GeneratedNames names) {
		this.types = types;
		this.names = names;
	}

	GeneratedClass write(DeclaredModel model, Deferral deferral) {
		GeneratedClass target = new GeneratedClass(model, this.types.packageOf(model.element()),
				this.names.flatName(model.element(), "$$Deferred"));
		target.line("/** A {@link %s} some of whose fields were not loaded: their accessors fetch them. */",
				target.modelName());
		target.annotations(this.types);
		target.line("final class %s extends %s implements %s {", target.simpleName(), target.modelName(),
				EngineNames.DEFERRED_INSTANCE);
		deferral.getters().forEach((method, fields) -> getter(target, method, fields));
		deferral.setters().forEach((method, fields) -> setter(target, method, fields));
		target.line("");
		target.line("}");
		return target;
	}

	private void getter(GeneratedClass target, ExecutableElement method, List<Integer> fields) {
		String inherited = begin(target, method);
		fields.forEach((field) -> target.line("\t\tfetchIfDeferred(%d);", field));
		target.line("\t\t%s", inherited);
		target.end();
	}

	/**
	 * A field counts as loaded while its setter runs, which may read it again, and
	 * afterwards unless the setter refused the value.
	 */
	private void setter(GeneratedClass target, ExecutableElement method, List<Integer> fields) {
		String inherited = begin(target, method);
		fields.forEach((field) -> target.line("\t\tboolean deferred%d$ = markLoaded(%d);", field, field));
		target.line("\t\ttry {");
		target.line("\t\t\t%s", inherited);
		target.line("\t\t}");
		target.line("\t\tcatch (java.lang.Throwable ex$) {");
		fields.forEach((field) -> target.line("\t\t\tmarkDeferred(%d, deferred%d$);", field, field));
		target.line("\t\t\tthrow ex$;");
		target.line("\t\t}");
		target.end();
	}

	/** Write the head of a method, and return the call of the method it overrides. */
	private String begin(GeneratedClass target, ExecutableElement method) {
		ExecutableType type = (ExecutableType) this.types.types()
			.asMemberOf((DeclaredType) target.model().element().asType(), method);
		boolean isVoid = type.getReturnType().getKind() == TypeKind.VOID;
		String arguments = method.getParameters()
			.stream()
			.map((parameter) -> parameter.getSimpleName().toString())
			.collect(Collectors.joining(", "));
		target.override("%s%s %s(%s)%s", access(method.getModifiers()), TypeText.of(type.getReturnType()),
				method.getSimpleName(), parameters(method, type), thrown(type));
		return "%ssuper.%s(%s);".formatted(isVoid ? "" : "return ", method.getSimpleName(), arguments);
	}

	private static String access(Set<Modifier> modifiers) {
		if (modifiers.contains(Modifier.PUBLIC)) {
			return "public ";
		}
		return modifiers.contains(Modifier.PROTECTED) ? "protected " : "";
	}

	private static String parameters(ExecutableElement method, ExecutableType type) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < method.getParameters().size(); i++) {
			VariableElement parameter = method.getParameters().get(i);
			TypeMirror parameterType = type.getParameterTypes().get(i);
			result.append(result.isEmpty() ? "" : ", ")
				.append(TypeText.of(parameterType))
				.append(' ')
				.append(parameter.getSimpleName());
		}
		return result.toString();
	}

	private static String thrown(ExecutableType type) {
		return type.getThrownTypes().isEmpty() ? ""
				: type.getThrownTypes()
					.stream()
					.map((thrown) -> TypeText.of(thrown))
					.collect(Collectors.joining(", ", " throws ", ""));
	}

}
