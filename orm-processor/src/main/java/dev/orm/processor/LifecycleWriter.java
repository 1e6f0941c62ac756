package dev.orm.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.lang.model.element.VariableElement;

/**
 * Writes what a binding says of writes: which hooks there are, and what the engine sets.
 */
final class LifecycleWriter {

	private final ModelTypes types;

	private final GeneratedClass target;

	private final DeclaredModel model;

	LifecycleWriter(ModelTypes types, GeneratedClass target, DeclaredModel model) {
		this.types = types;
		this.target = target;
		this.model = model;
	}

	void write() {
		List<String> hooks = Hooks.of(this.model.element(), this.types);
		if (!hooks.isEmpty()) {
			String constants = hooks.stream()
				.map((hook) -> EngineNames.HOOK + "." + hook)
				.collect(Collectors.joining(", "));
			this.target.answer("public java.util.Set<" + EngineNames.HOOK + "> hooks()",
					"java.util.Set.of(" + constants + ")");
		}
		String fields = IntStream.range(0, this.model.fields().size())
			.boxed()
			.flatMap(this::automatic)
			.collect(Collectors.joining(", "));
		if (!fields.isEmpty()) {
			this.target.answer("public java.util.List<" + EngineNames.AUTOMATIC_FIELD + "> automatic()",
					"java.util.List.of(" + fields + ")");
		}
	}

	private Stream<String> automatic(int index) {
		VariableElement variable = this.model.fields().get(index).variable();
		return (variable != null) ? AutomaticAnnotation.of(variable).stream().map((found) -> found.text(index))
				: Stream.of();
	}

}
