package dev.orm.processor;

import java.util.List;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * The annotations on the class of a model. Libraries that scan class files, as Spring
 * does for beans, need not read one that has none of theirs.
 */
final class ClassAnnotations {

	/** What makes no bean of a class, whoever scans. */
	private static final List<String> HARMLESS = List.of("dev.orm.", "java.lang.", "jakarta.validation.", "lombok.",
			"kotlin.", "org.jspecify.");

	private ClassAnnotations() {
	}

	/** Whether there is one that may make something of the class. */
	static boolean haveForeign(TypeElement model) {
		return model.getAnnotationMirrors().stream().anyMatch((annotation) -> !isHarmless(annotation));
	}

	private static boolean isHarmless(AnnotationMirror annotation) {
		String name = annotation.getAnnotationType().toString();
		return HARMLESS.stream().anyMatch(name::startsWith);
	}

}
