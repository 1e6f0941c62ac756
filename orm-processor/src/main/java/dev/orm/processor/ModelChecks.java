package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reports what makes a class no model at all, before its attributes are read. */
final class ModelChecks {

	private final ModelTypes types;

	private final Problems problems;

	ModelChecks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	/** Check an annotated class; false if nothing can be generated for it. */
	boolean check(TypeElement model) {
		String name = model.getSimpleName().toString();
		if (model.getKind() != ElementKind.CLASS || !this.types.extendsModel(model)) {
			this.problems.error(model, "%s is annotated as a model but does not extend %s", name, EngineNames.MODEL);
			return false;
		}
		if (model.getModifiers().contains(Modifier.ABSTRACT)) {
			this.problems.error(model, "Abstract class %s has no table of its own: remove @Table, or make it concrete",
					name);
			return false;
		}
		if (!isReachable(model)) {
			this.problems.error(model,
					"Model %s must be a top-level or static nested class, and neither it nor a class around it private",
					name);
			return false;
		}
		if (!model.getTypeParameters().isEmpty()) {
			this.problems.error(model, "Model %s must not have type parameters; its abstract parents may", name);
			return false;
		}
		if (name.contains("__") || name.endsWith("_")) {
			this.problems.error(model,
					"Model %s needs another name: two underscores and a last underscore mean " + "something in paths",
					name);
		}
		constructor(model);
		lombok(model);
		this.problems.unknownSilence(model);
		model.getEnclosedElements().forEach(this.problems::unknownSilence);
		return true;
	}

	void strayKey(Element key) {
		if (key.getEnclosingElement() instanceof TypeElement type && !type.getModifiers().contains(Modifier.ABSTRACT)
				&& !ModelTypes.isDeclared(type)) {
			this.problems.error(key, "Class %s has a key but no table: annotate it with @Table, or make it abstract",
					type.getSimpleName());
		}
	}

	private static boolean isReachable(TypeElement model) {
		for (Element type = model; type instanceof TypeElement element; type = type.getEnclosingElement()) {
			Set<Modifier> modifiers = element.getModifiers();
			boolean nested = element.getNestingKind() == NestingKind.MEMBER;
			boolean inner = nested ? !modifiers.contains(Modifier.STATIC) : element.getNestingKind().isNested();
			if (modifiers.contains(Modifier.PRIVATE) || inner) {
				return false;
			}
		}
		return true;
	}

	private void constructor(TypeElement model) {
		List<ExecutableElement> constructors = ElementFilter.constructorsIn(model.getEnclosedElements());
		boolean usable = constructors.stream()
			.anyMatch((constructor) -> constructor.getParameters().isEmpty()
					&& !constructor.getModifiers().contains(Modifier.PRIVATE));
		boolean byLombok = AnnotationValues.isPresent(model, "lombok.NoArgsConstructor");
		if (!usable && !byLombok) {
			this.problems.error(model, "Model %s needs a constructor without parameters that is not private: rows are "
					+ "read into new instances", model.getSimpleName());
		}
	}

	private void lombok(TypeElement model) {
		for (String annotation : List.of("lombok.Data", "lombok.EqualsAndHashCode")) {
			if (AnnotationValues.isPresent(model, annotation)) {
				this.problems.warning(model, SilencedWarnings.LOMBOK_EQUALITY,
						"@%s on model %s replaces equality by key and may query in hashCode(); "
								+ "use @Getter and @Setter",
						annotation.substring("lombok.".length()), model.getSimpleName());
			}
		}
	}

	/** Constructors Lombok makes assign every field, handles too. */
	void lombokConstructors(DeclaredModel model) {
		List<String> handles = handles(model);
		for (String annotation : List.of("lombok.Builder", "lombok.AllArgsConstructor")) {
			if (!handles.isEmpty() && AnnotationValues.isPresent(model.element(), annotation)) {
				this.problems.warning(model.element(), SilencedWarnings.LOMBOK_HANDLES,
						"@%s on model %s gives its handles (%s) what the caller passes, null where that is nothing; "
								+ "use @NoArgsConstructor and setters",
						annotation.substring("lombok.".length()), model.simpleName(), String.join(", ", handles));
			}
		}
	}

	/** The handles, without those whose field says that it knows. */
	private List<String> handles(DeclaredModel model) {
		List<VariableElement> fields = new ArrayList<>();
		model.fields()
			.stream()
			.filter((field) -> field.relation() != null && field.variable() != null)
			.forEach((field) -> fields.add(field.variable()));
		model.manyToMany().forEach((relation) -> fields.add(relation.variable()));
		model.reverse().forEach((relation) -> fields.add(relation.variable()));
		return fields.stream()
			.filter((field) -> !this.problems.isSilent(field, SilencedWarnings.LOMBOK_HANDLES))
			.map((field) -> field.getSimpleName().toString())
			.toList();
	}

	/** Accessors Lombok adds after this processor ran cannot be overridden. */
	void lombokOrder(DeclaredModel model, Deferral deferral) {
		boolean expected = AnnotationValues.isPresent(model.element(), "lombok.Getter")
				|| AnnotationValues.isPresent(model.element(), "lombok.Data");
		if (expected && deferral.extendable() && deferral.fields().isEmpty()) {
			this.problems
				.warning(model.element(), SilencedWarnings.LOMBOK_ORDER,
						"The getters of model %s are not there yet, so its fields cannot be "
								+ "deferred: list lombok before orm-processor in the processor path",
						model.simpleName());
		}
	}

}
