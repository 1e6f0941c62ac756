package dev.orm.validate;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

import dev.orm.meta.FieldModel;
import dev.orm.model.ColumnDetails.Bound;
import dev.orm.model.ColumnDetails.Limit;
import dev.orm.model.ColumnDetails.Subject;
import dev.orm.model.Errors;
import dev.orm.model.FieldDescription.Flag;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the column itself asks of a value, with Django's codes. Said last, so
 * that the texts of the annotations it comes from are heard first where somebody reads
 * them.
 */
final class FieldLimits {

	private static final List<Limit> POSITIVE = List.of(new Limit(Subject.VALUE, Bound.AT_LEAST, "0"));

	private FieldLimits() {
	}

	static void check(FieldModel field, Object value, Errors errors) {
		for (Limit limit : limits(field)) {
			BigDecimal number = (limit.subject() == Subject.LENGTH) ? length(value) : number(value);
			if (number != null && !holds(limit, number) && !errors.isRejected(field.name())) {
				reject(field, limit, number, errors);
			}
		}
	}

	/** What the column's check holds. */
	private static List<Limit> limits(FieldModel field) {
		List<Limit> limits = field.is(Flag.CHECKED) ? field.description().details().limits() : List.of();
		return (limits.isEmpty() && field.is(Flag.POSITIVE)) ? POSITIVE : limits;
	}

	private static boolean holds(Limit limit, BigDecimal number) {
		int compared = number.compareTo(new BigDecimal(limit.number()));
		return switch (limit.bound()) {
			case AT_LEAST -> compared >= 0;
			case ABOVE -> compared > 0;
			case AT_MOST -> compared <= 0;
			case BELOW -> compared < 0;
		};
	}

	private static @Nullable BigDecimal number(Object value) {
		return (value instanceof Number) ? new BigDecimal(value.toString()) : null;
	}

	private static @Nullable BigDecimal length(Object value) {
		if (value instanceof String text) {
			return BigDecimal.valueOf(text.codePointCount(0, text.length()));
		}
		if (value instanceof Collection<?> items) {
			return BigDecimal.valueOf(items.size());
		}
		return value.getClass().isArray() ? BigDecimal.valueOf(Array.getLength(value)) : null;
	}

	private static void reject(FieldModel field, Limit limit, BigDecimal number, Errors errors) {
		boolean least = limit.isLeast();
		BigDecimal bound = new BigDecimal(limit.number());
		if (limit.subject() == Subject.LENGTH) {
			errors.rejectValue(field.name(), least ? "min_length" : "max_length",
					"Ensure this value has at %s {0} characters (it has {1}).".formatted(least ? "least" : "most"),
					bound, number);
		}
		else {
			String equal = limit.isInclusive() ? " or equal to" : "";
			errors.rejectValue(field.name(), least ? "min_value" : "max_value",
					"Ensure this value is %s than%s {0}.".formatted(least ? "greater" : "less", equal), bound);
		}
	}

}
