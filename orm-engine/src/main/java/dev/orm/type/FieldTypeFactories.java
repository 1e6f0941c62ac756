package dev.orm.type;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.util.Optional;
import java.util.function.Function;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import org.jspecify.annotations.Nullable;

/** Makes the factories that annotations of fields name. Immutable. */
final class FieldTypeFactories {

	private final Function<Class<? extends ValueTypeFactory>, @Nullable ValueTypeFactory> beans;

	FieldTypeFactories(Function<Class<? extends ValueTypeFactory>, @Nullable ValueTypeFactory> beans) {
		this.beans = beans;
	}

	/** The factory of an annotation; none if the annotation is not bound to one. */
	Optional<ValueTypeFactory> of(Annotation annotation) {
		FieldType bound = annotation.annotationType().getAnnotation(FieldType.class);
		return Optional.ofNullable(bound).map((type) -> factory(type, annotation));
	}

	private ValueTypeFactory factory(FieldType type, Annotation annotation) {
		ValueTypeFactory bean = this.beans.apply(type.value());
		if (bean != null) {
			return bean;
		}
		Optional<Constructor<?>> constructor = plain(type.value());
		if (constructor.isPresent()) {
			return made(constructor.get(), type.value());
		}
		if (!type.sqlType().isEmpty()) {
			return (field) -> Optional.of(UnmadeCodec.type(field.javaType(), type));
		}
		throw new ModelDefinitionException(
				"@%s needs %s, which has no constructor without arguments and is no bean here. hint: give it one, or @FieldType(sqlType = ...) where only migrations are written"
					.formatted(annotation.annotationType().getSimpleName(), type.value().getName()),
				Subject.ofArgument(type.value().getName()));
	}

	private static Optional<Constructor<?>> plain(Class<?> type) {
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			if (constructor.getParameterCount() == 0) {
				return Optional.of(constructor);
			}
		}
		return Optional.empty();
	}

	private static ValueTypeFactory made(Constructor<?> constructor, Class<?> type) {
		try {
			constructor.setAccessible(true);
			return (ValueTypeFactory) constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new ModelDefinitionException("%s cannot be made: %s".formatted(type.getName(), ex.getMessage()),
					Subject.ofArgument(type.getName()), ex);
		}
	}

}
