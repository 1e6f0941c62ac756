package dev.orm.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

import org.jspecify.annotations.Nullable;

/**
 * Answers questions about classes: what is a model, what it extends, what its key is, who
 * may reach it.
 */
final class ModelTypes {

	private final Elements elements;

	private final Types types;

	ModelTypes(Elements elements, Types types) {
		this.elements = elements;
		this.types = types;
	}

	Elements elements() {
		return this.elements;
	}

	Types types() {
		return this.types;
	}

	/**
	 * Whether the class says that it is a model, with a table of its own or another's.
	 */
	static boolean isDeclared(TypeElement element) {
		return AnnotationValues.isPresent(element, EngineNames.TABLE)
				|| AnnotationValues.isPresent(element, EngineNames.PROXY);
	}

	boolean isModel(TypeElement element) {
		return isDeclared(element) && extendsModel(element) && element.getKind() == ElementKind.CLASS;
	}

	boolean extendsModel(TypeElement element) {
		for (TypeElement type = element; type != null; type = superclass(type)) {
			if (type.getQualifiedName().contentEquals(EngineNames.MODEL)) {
				return true;
			}
		}
		return false;
	}

	static @Nullable TypeElement superclass(TypeElement element) {
		return (element.getSuperclass() instanceof DeclaredType type && type.asElement() instanceof TypeElement parent)
				? parent : null;
	}

	/** The class a field or method is declared in. */
	static TypeElement owner(Element member) {
		return (TypeElement) Objects.requireNonNull(member.getEnclosingElement());
	}

	/** The nearest superclass that is a model by itself. */
	@Nullable TypeElement modelAbove(TypeElement element) {
		TypeElement type = superclass(element);
		while (type != null && !isDeclared(type)) {
			type = superclass(type);
		}
		return type;
	}

	/** The class and its abstract parents below the next model, the highest first. */
	List<TypeElement> ownLevels(TypeElement element) {
		List<TypeElement> levels = new ArrayList<>();
		TypeElement type = element;
		while (type != null && !isRoot(type) && (type == element || !isDeclared(type))) {
			levels.add(type);
			type = superclass(type);
		}
		Collections.reverse(levels);
		return levels;
	}

	private static boolean isRoot(TypeElement type) {
		return type.getQualifiedName().contentEquals(EngineNames.MODEL)
				|| type.getQualifiedName().contentEquals("java.lang.Object");
	}

	/** The attributes of a class itself, in source order. */
	static List<VariableElement> attributes(TypeElement type) {
		return ElementFilter.fieldsIn(type.getEnclosedElements())
			.stream()
			.filter((field) -> !field.getModifiers().contains(Modifier.STATIC)
					&& !field.getModifiers().contains(Modifier.TRANSIENT))
			.toList();
	}

	/** All attributes of a model, those of its parents first. */
	List<VariableElement> allAttributes(TypeElement model) {
		List<VariableElement> attributes = new ArrayList<>();
		TypeElement above = modelAbove(model);
		if (above != null) {
			attributes.addAll(allAttributes(above));
		}
		ownLevels(model).forEach((level) -> attributes.addAll(attributes(level)));
		return attributes;
	}

	TypeMirror typeIn(TypeElement model, VariableElement field) {
		return this.types.asMemberOf((DeclaredType) model.asType(), field);
	}

	/**
	 * Whether a type names one that is not there: the compiler reports it, unless another
	 * processor generates it.
	 */
	static boolean isUnresolved(TypeMirror type) {
		return type.getKind() == TypeKind.ERROR || (type instanceof DeclaredType declared
				&& declared.getTypeArguments().stream().anyMatch(ModelTypes::isUnresolved));
	}

	/**
	 * The type a relation to a model stores; none if the model's key is missing or has
	 * several parts.
	 */
	@Nullable TypeMirror keyType(TypeElement model, String toField) {
		return keyType(model, toField, new HashSet<>());
	}

	private @Nullable TypeMirror keyType(TypeElement model, String toField, Set<String> visited) {
		List<VariableElement> keys = allAttributes(model).stream()
			.filter((field) -> toField.isEmpty() ? AnnotationValues.isPresent(field, EngineNames.ID)
					: field.getSimpleName().contentEquals(toField))
			.toList();
		if (keys.size() != 1 || !visited.add(model + "." + keys.get(0))) {
			return null;
		}
		TypeMirror type = typeIn(model, keys.get(0));
		if (AnnotationValues.isPresent(keys.get(0), EngineNames.EMBEDDED)) {
			return soleColumn(type);
		}
		TypeElement next = relationTarget(type);
		String nextField = AnnotationValues.find(keys.get(0), EngineNames.TO_FIELD)
			.map((values) -> values.text("value"))
			.orElse("");
		return (next != null) ? keyType(next, nextField, visited) : type;
	}

	/** The type of the only column of an embedded record; none if it has several. */
	private static @Nullable TypeMirror soleColumn(TypeMirror record) {
		List<VariableElement> columns = columns(record, Set.of());
		return (columns.size() == 1) ? columns.get(0).asType() : null;
	}

	/** The components of a record, and of records in it, that are columns. */
	static List<VariableElement> columns(TypeMirror record, Set<Element> around) {
		if (!EmbeddedReader.isRecord(record) || around.contains(((DeclaredType) record).asElement())) {
			return List.of();
		}
		Set<Element> records = new HashSet<>(around);
		records.add(((DeclaredType) record).asElement());
		List<VariableElement> columns = new ArrayList<>();
		for (VariableElement component : attributes((TypeElement) ((DeclaredType) record).asElement())) {
			boolean embedded = AnnotationValues.isPresent(component, EngineNames.EMBEDDED);
			columns.addAll(embedded ? columns(component.asType(), records) : List.of(component));
		}
		return columns;
	}

	/** The number of columns of a model's key. */
	int keySize(TypeElement model) {
		return allAttributes(model).stream()
			.filter((field) -> AnnotationValues.isPresent(field, EngineNames.ID))
			.mapToInt((field) -> AnnotationValues.isPresent(field, EngineNames.EMBEDDED)
					? columns(typeIn(model, field), Set.of()).size() : 1)
			.sum();
	}

	/** The model a foreign key or one-to-one handle leads to. */
	@Nullable TypeElement relationTarget(TypeMirror type) {
		return (isHandle(type, EngineNames.FOREIGN_KEY) || isHandle(type, EngineNames.ONE_TO_ONE)) ? argument(type)
				: null;
	}

	static boolean isHandle(TypeMirror type, String handle) {
		return type.getKind() == TypeKind.DECLARED
				&& ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().contentEquals(handle);
	}

	/** The only type argument, if it is a class. */
	static @Nullable TypeElement argument(TypeMirror type) {
		List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
		return (arguments.size() == 1 && arguments.get(0).getKind() == TypeKind.DECLARED)
				? (TypeElement) ((DeclaredType) arguments.get(0)).asElement() : null;
	}

	DeclaredType oneToOne(TypeElement target) {
		TypeElement handle = this.elements.getTypeElement(EngineNames.ONE_TO_ONE);
		return this.types.getDeclaredType(handle, target.asType());
	}

	String packageOf(Element element) {
		return this.elements.getPackageOf(element).getQualifiedName().toString();
	}

	/** Whether code in a package may name a class. */
	boolean isVisible(TypeElement type, String fromPackage) {
		boolean samePackage = packageOf(type).equals(fromPackage);
		for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
			Set<Modifier> modifiers = element.getModifiers();
			if (modifiers.contains(Modifier.PRIVATE) || (!samePackage && !modifiers.contains(Modifier.PUBLIC))) {
				return false;
			}
		}
		return true;
	}

}
