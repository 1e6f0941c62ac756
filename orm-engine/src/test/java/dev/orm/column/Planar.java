package dev.orm.column;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;

import dev.orm.column.Letter.Point;
import dev.orm.type.FieldType;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypeFactory;
import dev.orm.type.ValueTypes;

/** A class of the application, stored as two numbers. */
@FieldType(Planar.Factory.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Planar {

	/** Maps to an array of numbers. */
	class Factory implements ValueTypeFactory {

		@Override
		public Optional<ValueType> create(TypeRequest field) {
			return Optional.of(ValueTypes.arrayOf(ValueTypes.INTEGER)
				.mapping((Point point) -> List.of(point.x(), point.y()),
						(List<?> numbers) -> new Point((Integer) numbers.get(0), (Integer) numbers.get(1))));
		}

	}

}
