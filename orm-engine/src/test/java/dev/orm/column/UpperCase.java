package dev.orm.column;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Optional;

import dev.orm.type.FieldType;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;

/** Texts are stored in capital letters. */
// tag::annotation[]
@FieldType(UpperCase.Factory.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UpperCase {

	String locale() default "";

	/** Reads the annotation, and decorates the type the field has without it. */
	class Factory implements ValueTypeFactory {

		@Override
		public Optional<ValueType> create(TypeRequest field) {
			Locale locale = Locale.forLanguageTag(field.annotation(UpperCase.class).orElseThrow().locale());
			return Optional.of(field.next().mapping((String text) -> text.toUpperCase(locale), (String text) -> text));
		}

	}

}
// end::annotation[]
