package dev.orm.type;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.json.JsonFormat;
import dev.orm.json.StandardJson;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Finds the type of a field by asking its factories, the last added first. Immutable. */
public final class TypeRegistry {

	private static final String HINT = "\n  hint: mark the field @Json to store it as a document, name a type by "
			+ "@Column(type = \"...\"), or add a ValueTypeFactory to the TypeRegistry";

	private final List<ValueTypeFactory> factories;

	private final FieldTypeFactories bound;

	private TypeRegistry(List<ValueTypeFactory> factories, FieldTypeFactories bound) {
		this.factories = List.copyOf(factories);
		this.bound = bound;
	}

	/**
	 * Return a registry of the built-in types, with JSON by Jackson.
	 * @return the registry
	 */
	public static TypeRegistry standard() {
		return standard(StandardJson.FORMAT);
	}

	/**
	 * Return a registry of the built-in types.
	 * @param format the JSON library
	 * @return the registry
	 */
	public static TypeRegistry standard(JsonFormat format) {
		return new TypeRegistry(List.of(new StandardTypes(format)), new FieldTypeFactories((type) -> null));
	}

	/**
	 * Return a registry that asks a factory first.
	 * @param factory the factory
	 * @return a registry
	 */
	public TypeRegistry with(ValueTypeFactory factory) {
		List<ValueTypeFactory> all = new ArrayList<>(this.factories.size() + 1);
		all.add(factory);
		all.addAll(this.factories);
		return new TypeRegistry(all, this.bound);
	}

	/**
	 * Return a registry that asks for the factories which annotations name.
	 * @param beans finds or makes a factory; what it answers null for is made by its
	 * constructor without arguments
	 * @return a registry
	 * @see FieldType
	 */
	public TypeRegistry making(Function<Class<? extends ValueTypeFactory>, @Nullable ValueTypeFactory> beans) {
		return new TypeRegistry(this.factories, new FieldTypeFactories(beans));
	}

	/**
	 * Return the type of a field that is declared somewhere.
	 * @param request what is known of it
	 * @param element the field; the factories that its annotations name are asked first,
	 * in their order
	 * @return the type
	 * @throws ModelDefinitionException if no factory knows one
	 */
	public ValueType of(TypeRequest request, AnnotatedElement element) {
		List<ValueTypeFactory> all = new ArrayList<>();
		for (Annotation annotation : element.getAnnotations()) {
			this.bound.of(annotation).ifPresent(all::add);
		}
		all.addAll(this.factories);
		return ask(all, request, element::getAnnotation);
	}

	/**
	 * Return the type of a field.
	 * @param request what is known of the field
	 * @return the type
	 * @throws ModelDefinitionException if no factory knows one
	 */
	public ValueType of(TypeRequest request) {
		return ask(this.factories, request, (type) -> null);
	}

	private static ValueType ask(List<ValueTypeFactory> factories, TypeRequest request,
			Function<Class<? extends Annotation>, @Nullable Annotation> annotations) {
		for (int i = 0; i < factories.size(); i++) {
			List<ValueTypeFactory> others = factories.subList(i + 1, factories.size());
			FieldSource source = new FieldSource(annotations, (other) -> ask(others, other, annotations));
			Optional<ValueType> type = factories.get(i).create(request.at(source));
			if (type.isPresent()) {
				return type.get().seenAs(ClassUtils.resolvePrimitiveIfNecessary(request.javaType()));
			}
		}
		throw refusal(request);
	}

	private static ModelDefinitionException refusal(TypeRequest request) {
		String named = request.columnType();
		String message = "No column type for the Java class %s%s.".formatted(request.javaType().getName(),
				named.isEmpty() ? "" : " as " + named);
		return (named.isEmpty() || TypeNames.find(named) != null)
				? new ModelDefinitionException(message + HINT, Subject.ofArgument(request.javaType().getName()))
				: new ModelDefinitionException(message, UnknownName.of("", named, TypeNames.all()), HINT);
	}

}
