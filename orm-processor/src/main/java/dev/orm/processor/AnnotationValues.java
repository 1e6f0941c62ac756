package dev.orm.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

import org.jspecify.annotations.Nullable;

/** The values of one annotation, defaults included, by name. */
final class AnnotationValues {

	private final Map<String, AnnotationValue> values = new LinkedHashMap<>();

	private AnnotationValues(AnnotationMirror mirror) {
		Map<? extends ExecutableElement, ? extends AnnotationValue> given = mirror.getElementValues();
		for (ExecutableElement part : ElementFilter
			.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())) {
			AnnotationValue value = given.get(part);
			value = (value != null) ? value : part.getDefaultValue();
			if (value != null) {
				this.values.put(part.getSimpleName().toString(), value);
			}
		}
	}

	static Optional<AnnotationValues> find(Element element, String annotation) {
		return element.getAnnotationMirrors()
			.stream()
			.filter((mirror) -> qualifiedName(mirror).equals(annotation))
			.findFirst()
			.map(AnnotationValues::new);
	}

	static boolean isPresent(Element element, String annotation) {
		return element.getAnnotationMirrors().stream().anyMatch((mirror) -> qualifiedName(mirror).equals(annotation));
	}

	/** Whether one of an element's annotations has an annotation itself. */
	static boolean isMarked(Element element, String annotation) {
		return element.getAnnotationMirrors()
			.stream()
			.anyMatch((mirror) -> isPresent(mirror.getAnnotationType().asElement(), annotation));
	}

	static boolean hasSimpleName(AnnotatedConstruct annotated, String... names) {
		List<String> wanted = List.of(names);
		return annotated.getAnnotationMirrors()
			.stream()
			.anyMatch((mirror) -> wanted.contains(mirror.getAnnotationType().asElement().getSimpleName().toString()));
	}

	private static String qualifiedName(AnnotationMirror mirror) {
		return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
	}

	String text(String name) {
		Object value = value(name);
		return (value instanceof String text) ? text : "";
	}

	int number(String name) {
		Object value = value(name);
		return (value instanceof Integer number) ? number : 0;
	}

	long integer(String name) {
		Object value = value(name);
		return (value instanceof Number number) ? number.longValue() : 0;
	}

	boolean flag(String name) {
		return Boolean.TRUE.equals(value(name));
	}

	/** The name of an enum constant. */
	String constant(String name) {
		Object value = value(name);
		return (value instanceof VariableElement constant) ? constant.getSimpleName().toString() : "";
	}

	/** The class a class literal names; null if it is none or does not resolve. */
	@Nullable TypeElement type(String name) {
		Object value = value(name);
		return (value instanceof TypeMirror type && type instanceof DeclaredType declared
				&& declared.asElement() instanceof TypeElement element) ? element : null;
	}

	/** The classes that an array of class literals names. */
	List<TypeElement> types(String name) {
		return list(name).stream()
			.map(AnnotationValue::getValue)
			.filter(DeclaredType.class::isInstance)
			.map((type) -> (TypeElement) ((DeclaredType) type).asElement())
			.toList();
	}

	List<String> texts(String name) {
		return list(name).stream().map((item) -> String.valueOf(item.getValue())).toList();
	}

	/** The values of an annotation nested in an array. */
	List<AnnotationValues> annotations(String name) {
		return list(name).stream()
			.map(AnnotationValue::getValue)
			.filter(AnnotationMirror.class::isInstance)
			.map((mirror) -> new AnnotationValues((AnnotationMirror) mirror))
			.toList();
	}

	private List<AnnotationValue> list(String name) {
		if (!(value(name) instanceof List<?> items)) {
			return List.of();
		}
		return items.stream().map(AnnotationValue.class::cast).toList();
	}

	private @Nullable Object value(String name) {
		AnnotationValue value = this.values.get(name);
		return (value != null) ? value.getValue() : null;
	}

}
