package dev.orm.processor;

import java.util.List;
import java.util.Optional;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * What {@code @Automatic} says of a field, on the field itself or on an annotation of it.
 *
 * @param by the class that knows the value
 * @param on which writes set it
 * @param of the attribute it depends on; empty for none
 */
record AutomaticAnnotation(TypeElement by, String on, String of) {

	static Optional<AutomaticAnnotation> of(Element field) {
		Optional<AutomaticAnnotation> direct = found(field);
		return direct.isPresent() ? direct
				: field.getAnnotationMirrors()
					.stream()
					.flatMap((mirror) -> found(mirror.getAnnotationType().asElement()).stream()
						.map((found) -> found.updating(isUpdating(field, mirror)).of(source(field))))
					.findFirst();
	}

	/** The annotations of a field that set it, as they stand there. */
	static List<String> names(Element field) {
		return field.getAnnotationMirrors()
			.stream()
			.map((mirror) -> mirror.getAnnotationType().asElement())
			.filter((type) -> found(type).isPresent() || type.toString().equals(EngineNames.AUTOMATIC))
			.map((type) -> type.getSimpleName().toString())
			.toList();
	}

	/** The attribute that {@code @Slug} or {@code @Position} name. */
	static String source(Element field) {
		return AnnotationValues.find(field, EngineNames.SLUG)
			.map((values) -> values.text("from"))
			.or(() -> AnnotationValues.find(field, EngineNames.POSITION).map((values) -> values.text("within")))
			.orElse("");
	}

	private static Optional<AutomaticAnnotation> found(Element annotated) {
		return AnnotationValues.find(annotated, EngineNames.AUTOMATIC).flatMap((values) -> {
			TypeElement by = values.type("by");
			return (by != null) ? Optional.of(new AutomaticAnnotation(by, values.constant("on"), ""))
					: Optional.empty();
		});
	}

	/** {@code @AutoNow(updates = true)} is set by every write. */
	private static boolean isUpdating(Element field, AnnotationMirror mirror) {
		TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
		return type.getQualifiedName().contentEquals(EngineNames.AUTO_NOW)
				&& AnnotationValues.find(field, EngineNames.AUTO_NOW)
					.map((values) -> values.flag("updates"))
					.orElse(false);
	}

	private AutomaticAnnotation updating(boolean updating) {
		return updating ? new AutomaticAnnotation(this.by, "UPDATE", this.of) : this;
	}

	private AutomaticAnnotation of(String source) {
		return source.isEmpty() ? this : new AutomaticAnnotation(this.by, this.on, source);
	}

	/** The description of the field with an index, as source code. */
	String text(int index) {
		return "new %s(%d, %s.class, %s.On.%s, %s)".formatted(EngineNames.AUTOMATIC_FIELD, index,
				this.by.getQualifiedName(), EngineNames.AUTOMATIC, this.on, GeneratedClass.quoted(this.of));
	}

}
