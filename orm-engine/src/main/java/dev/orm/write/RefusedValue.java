package dev.orm.write;

import java.util.Collection;

import dev.orm.error.ValueConversionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Finds the attribute whose value was refused when it was bound, where only its place in
 * the statement is known: the first whose value is refused in the same words.
 */
final class RefusedValue {

	private RefusedValue() {
	}

	/**
	 * Let a refusal name the attribute.
	 * @param refusal the refusal
	 * @param model the model that was written
	 * @param instances the instances that were written
	 * @return the refusal
	 */
	static ValueConversionException placed(ValueConversionException refusal, EntityModel model,
			Collection<? extends Model> instances) {
		for (Model instance : instances) {
			for (FieldModel field : model.fields()) {
				if (isRefused(field, field.columnValue(instance), refusal)) {
					return refusal.at(model.name(), field.name());
				}
			}
		}
		return refusal;
	}

	private static boolean isRefused(FieldModel field, @Nullable Object value, ValueConversionException refusal) {
		try {
			if (value != null) {
				field.type().codec().write(value);
			}
			return false;
		}
		catch (ValueConversionException ex) {
			return ex.reason().equals(refusal.reason());
		}
	}

}
