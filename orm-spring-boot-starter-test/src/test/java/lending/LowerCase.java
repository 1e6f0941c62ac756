package lending;

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

// tag::type[]
@FieldType(LowerCase.Factory.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LowerCase {

	class Factory implements ValueTypeFactory {

		@Override
		public Optional<ValueType> create(TypeRequest field) {
			return Optional
				.of(field.next().mapping((String text) -> text.toLowerCase(Locale.ROOT), (String text) -> text));
		}

	}

}
// end::type[]
