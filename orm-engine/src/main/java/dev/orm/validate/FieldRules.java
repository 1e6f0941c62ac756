package dev.orm.validate;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

import dev.orm.choice.ChoiceOption;
import dev.orm.error.ValueConversionException;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.type.Kind;
import org.jspecify.annotations.Nullable;

/** What a column asks of a value, with Django's codes. */
final class FieldRules {

	private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]+");

	private FieldRules() {
	}

	static void check(FieldModel field, @Nullable Object value, Errors errors) {
		if (value == null) {
			if (!field.nullable() && !field.isFilledIn()) {
				errors.rejectValue(field.name(), "null", FieldTexts.REQUIRED);
			}
		}
		else if (value instanceof String text) {
			characters(field, text, errors);
			slug(field, text, errors);
		}
		else if (value instanceof BigDecimal number) {
			digits(field, number, errors);
		}
		if (value != null) {
			length(field, value, errors);
			choice(field, value, errors);
		}
	}

	/** PostgreSQL stores no such character, so no write could succeed. */
	private static void characters(FieldModel field, String text, Errors errors) {
		if (text.indexOf('\0') >= 0) {
			errors.rejectValue(field.name(), "null_characters_not_allowed", "Null characters are not allowed.");
		}
	}

	/** Of the text that travels, which a type of the application may make longer. */
	private static void length(FieldModel field, Object value, Errors errors) {
		int most = field.description().length();
		if (most == 0 || field.type().kind() == Kind.ARRAY || errors.isRejected(field.name())) {
			return;
		}
		String text = written(field, value);
		int length = (text != null) ? text.codePointCount(0, text.length()) : 0;
		if (text == null) {
			errors.rejectValue(field.name(), "invalid", "Enter a valid value.");
		}
		else if (length > most) {
			errors.rejectValue(field.name(), "max_length", "Ensure this value has at most {0} characters (it has {1}).",
					most, length);
		}
	}

	/**
	 * The text that travels; null if the type of the application refuses to write the
	 * value.
	 */
	private static @Nullable String written(FieldModel field, Object value) {
		try {
			return field.type().codec().write(field.type().codec().convert(value));
		}
		catch (ValueConversionException ex) {
			return null;
		}
	}

	/** A blank one is filled in. */
	private static void slug(FieldModel field, String text, Errors errors) {
		if (field.is(Flag.SLUG) && !text.isBlank() && !SLUG.matcher(text).matches()) {
			errors.rejectValue(field.name(), "invalid",
					"Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.");
		}
	}

	private static void digits(FieldModel field, BigDecimal number, Errors errors) {
		int precision = field.description().precision();
		int scale = field.description().scale();
		if (precision == 0) {
			return;
		}
		BigDecimal bare = number.stripTrailingZeros();
		int decimals = Math.max(bare.scale(), 0);
		int whole = Math.max(bare.precision() - bare.scale(), 0);
		if (whole + decimals > precision) {
			errors.rejectValue(field.name(), "max_digits", "Ensure that there are no more than {0} digits in total.",
					precision);
		}
		else if (decimals > scale) {
			errors.rejectValue(field.name(), "max_decimal_places",
					"Ensure that there are no more than {0} decimal places.", scale);
		}
		else if (whole > precision - scale) {
			errors.rejectValue(field.name(), "max_whole_digits",
					"Ensure that there are no more than {0} digits before the decimal point.", precision - scale);
		}
	}

	private static void choice(FieldModel field, Object value, Errors errors) {
		List<ChoiceOption> choices = field.choices();
		if (!choices.isEmpty() && choices.stream().noneMatch((choice) -> value.equals(choice.value()))) {
			errors.rejectValue(field.name(), "invalid_choice", FieldTexts.NO_CHOICE, value);
		}
	}

}
