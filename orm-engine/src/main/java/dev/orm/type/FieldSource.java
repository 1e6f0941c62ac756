package dev.orm.type;

import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where a field is declared, and whom to ask for its type beside the factory that is
 * asked. Immutable.
 *
 * @param annotations finds an annotation of the field
 * @param others finds the type that the other factories agree on
 */
public record FieldSource(Function<Class<? extends Annotation>, @Nullable Annotation> annotations,
		Function<TypeRequest, ValueType> others) {

	static final FieldSource NOWHERE = new FieldSource((type) -> null, (request) -> {
		throw new IllegalStateException("Only a factory that is asked for a type may ask others");
	});

	<A extends Annotation> Optional<A> annotation(Class<A> type) {
		return Optional.ofNullable(type.cast(this.annotations.apply(type)));
	}

}
