package dev.orm.validate.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import dev.orm.meta.FieldModel;
import dev.orm.type.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the texts of a request's parameter what a field is given: browsers send texts
 * without a word on what they mean.
 */
final class GivenText {

	private GivenText() {
	}

	/**
	 * Return what a field is given by a parameter.
	 * @param field the field
	 * @param parameter a text, or several in an array or a collection; null for none
	 * @return a text without blanks around it, or what stands for an empty one
	 */
	static @Nullable Object of(FieldModel field, @Nullable Object parameter) {
		List<String> texts = texts(parameter);
		if (field.type().kind() == Kind.ARRAY) {
			return (texts.isEmpty() && field.nullable()) ? null : texts;
		}
		String text = texts.isEmpty() ? "" : texts.get(texts.size() - 1);
		if (text.isEmpty()) {
			return empty(field);
		}
		return (field.type().kind() == Kind.BOOLEAN) ? flag(text) : text;
	}

	/**
	 * Return the texts of a parameter.
	 * @param parameter a text, or several in an array or a collection; null for none
	 * @return those that are not empty, without blanks around them
	 */
	static List<String> texts(@Nullable Object parameter) {
		List<Object> given = new ArrayList<>();
		if (parameter instanceof Collection<?> several) {
			given.addAll(several);
		}
		else if (parameter instanceof Object[] several) {
			given.addAll(Arrays.asList(several));
		}
		else if (parameter != null) {
			given.add(parameter);
		}
		return given.stream().map((text) -> String.valueOf(text).strip()).filter((text) -> !text.isEmpty()).toList();
	}

	/** What is left empty: no text where there must be one, false, else NULL. */
	private static @Nullable Object empty(FieldModel field) {
		if (field.nullable()) {
			return null;
		}
		return switch (field.type().kind()) {
			case BOOLEAN -> false;
			case TEXT -> (field.description().javaType() == String.class) ? "" : null;
			default -> null;
		};
	}

	/** The words of check boxes, besides those of the database. */
	private static String flag(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "on", "yes" -> "true";
			case "off", "no" -> "false";
			default -> text;
		};
	}

}
