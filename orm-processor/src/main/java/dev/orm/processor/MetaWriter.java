package dev.orm.processor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Writes the method of a binding that calls the model's Meta methods: parents', then what
 * the class says by annotation, then its own. One for each model.
 */
final class MetaWriter {

	private final GeneratedClass target;

	private final TypeElement model;

	private final List<ExecutableElement> methods;

	MetaWriter(GeneratedClass target, List<ExecutableElement> methods) {
		this.target = target;
		this.model = target.model().element();
		this.methods = methods;
	}

	/** What the binding implements; empty if there are no such methods. */
	String declaring() {
		return this.methods.isEmpty() ? ""
				: " implements %s<%s>".formatted(EngineNames.DECLARING, this.target.modelName());
	}

	void write() {
		if (this.methods.isEmpty()) {
			return;
		}
		this.target.override("public void declare(%s<%s> meta)", EngineNames.META, this.target.modelName());
		calls(false);
		annotated();
		calls(true);
		this.target.end();
	}

	private void calls(boolean own) {
		for (ExecutableElement method : this.methods) {
			TypeElement owner = ModelTypes.owner(method);
			if (owner.equals(this.model) == own) {
				this.target.line("\t\t%s.%s(meta);", TypeText.name(owner), method.getSimpleName());
			}
		}
	}

	/** What an abstract parent says is replaced by the annotation of the class itself. */
	private void annotated() {
		for (String annotation : List.of(EngineNames.TABLE, EngineNames.PROXY)) {
			Optional<AnnotationValues> values = AnnotationValues.find(this.model, annotation);
			values.ifPresent((found) -> call("ordering", found.texts("ordering")));
			if (annotation.equals(EngineNames.TABLE)) {
				values.ifPresent((found) -> call("latestBy", found.texts("getLatestBy")));
			}
		}
	}

	private void call(String method, List<String> texts) {
		if (!texts.isEmpty()) {
			this.target.line("\t\tmeta.%s(%s);", method,
					texts.stream().map(GeneratedClass::quoted).collect(Collectors.joining(", ")));
		}
	}

}
