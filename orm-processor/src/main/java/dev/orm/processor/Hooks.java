package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the hooks of {@code Model} that a class, or one above it, overrides. */
final class Hooks {

	/** The constants of {@code Hook} by the names of the methods. */
	private static final Map<String, String> CONSTANTS = Map.of("beforeSave", "BEFORE_SAVE", "afterSave", "AFTER_SAVE",
			"beforeDelete", "BEFORE_DELETE", "afterDelete", "AFTER_DELETE", "afterLoad", "AFTER_LOAD");

	private Hooks() {
	}

	/** Return the constants of the hooks, in alphabetical order. */
	static List<String> of(TypeElement model, ModelTypes types) {
		TypeElement base = types.elements().getTypeElement(EngineNames.MODEL);
		List<String> overridden = new ArrayList<>();
		for (ExecutableElement hook : ElementFilter.methodsIn(base.getEnclosedElements())) {
			String constant = CONSTANTS.get(hook.getSimpleName().toString());
			if (constant != null && isOverridden(hook, model, base, types)) {
				overridden.add(constant);
			}
		}
		overridden.sort(null);
		return overridden;
	}

	private static boolean isOverridden(ExecutableElement hook, TypeElement model, TypeElement base, ModelTypes types) {
		for (TypeElement type = model; type != null && !type.equals(base); type = ModelTypes.superclass(type)) {
			for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
				if (types.elements().overrides(method, hook, model)) {
					return true;
				}
			}
		}
		return false;
	}

}
