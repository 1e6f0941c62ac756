package dev.orm.processor;

import java.util.HashSet;
import java.util.Set;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Reports what is wrong at the element it is wrong with, and remembers which models are
 * affected.
 */
final class Problems {

	private final Messager messager;

	private final SilencedWarnings silenced;

	private final Set<String> affected = new HashSet<>();

	private final Set<String> reported = new HashSet<>();

	Problems(Messager messager, SilencedWarnings silenced) {
		this.messager = messager;
		this.silenced = silenced;
	}

	void error(Element place, String message, Object... arguments) {
		String text = message.formatted(arguments);
		this.affected.add(model(place));
		// A field of an abstract parent is read once for each child
		if (this.reported.add(model(place) + "#" + place + ": " + text)) {
			this.messager.printMessage(Diagnostic.Kind.ERROR, text, place);
		}
	}

	/**
	 * Report what is wrong with an inherited field, where it is declared, on behalf of
	 * the model that inherits it.
	 */
	void error(TypeElement model, Element place, String message, Object... arguments) {
		this.affected.add(model.getQualifiedName().toString());
		error(place, message, arguments);
	}

	/** Warn, unless the source says that it knows. */
	void warning(Element place, String id, String message, Object... arguments) {
		if (!isSilent(place, id)) {
			this.messager.printMessage(Diagnostic.Kind.WARNING, message.formatted(arguments) + " (" + id + ")", place);
		}
	}

	boolean isSilent(Element place, String id) {
		return this.silenced.covers(place, id);
	}

	/** Tell of silence that no warning would break. */
	void unknownSilence(Element place) {
		SilencedWarnings.unknown(place)
			.forEach((id) -> this.messager.printMessage(Diagnostic.Kind.WARNING,
					("@SuppressWarnings(\"orm:%s\") silences no warning of the compiler. Choices: %s. "
							+ "What a check at the start finds is silenced by meta.silence(...)")
						.formatted(id, SilencedWarnings.choices()),
					place));
	}

	boolean affect(TypeElement model) {
		return this.affected.contains(model.getQualifiedName().toString());
	}

	private static String model(Element place) {
		Element element = place;
		while (!(element instanceof TypeElement) && element.getEnclosingElement() != null) {
			element = element.getEnclosingElement();
		}
		return element.toString();
	}

}
