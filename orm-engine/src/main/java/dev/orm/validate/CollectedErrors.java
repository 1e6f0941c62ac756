package dev.orm.validate;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Collects what is wrong with one instance. Used by one thread. */
final class CollectedErrors implements Errors {

	private final EntityModel model;

	private final int row;

	private final Function<FieldModel, @Nullable Object> values;

	private final MessageTexts texts;

	private final ModelWords words;

	private final List<ValidationError> errors = new ArrayList<>();

	private final Set<String> rejected = new HashSet<>();

	CollectedErrors(EntityModel model, int row, Function<FieldModel, @Nullable Object> values, MessageTexts texts) {
		this.model = model;
		this.row = row;
		this.values = values;
		this.texts = texts;
		this.words = new ModelWords(texts);
	}

	@Override
	public void rejectValue(String attribute, String code, String message, Object... arguments) {
		FieldModel field = this.model.field(attribute).orElse(null);
		Object[] told = told(arguments);
		this.rejected.add(attribute);
		this.errors.add(new ValidationError(this.row, attribute, label(field, attribute), code,
				text(attribute + ".", code, message, told), List.of(told),
				(field != null) ? this.values.apply(field) : null));
	}

	private String label(@Nullable FieldModel field, String attribute) {
		return (field != null) ? this.words.label(field) : this.words.label(this.model, attribute);
	}

	@Override
	public void reject(String code, String message, Object... arguments) {
		Object[] told = told(arguments);
		this.errors
			.add(new ValidationError(this.row, null, "", code, text("", code, message, told), List.of(told), null));
	}

	/**
	 * What people call models and fields that a message mentions, with a capital as in
	 * Django.
	 */
	private Object[] told(Object... arguments) {
		return Arrays.stream(arguments).map(this::told).toArray();
	}

	private Object told(Object argument) {
		if (argument instanceof EntityModel mentioned) {
			return StringUtils.capitalize(this.words.label(mentioned));
		}
		if (argument instanceof Collection<?> several && !several.isEmpty()
				&& several.stream().allMatch(FieldModel.class::isInstance)) {
			return this.words.labels(several.stream().map(FieldModel.class::cast).toList());
		}
		return argument;
	}

	private String text(String attribute, String code, String message, Object... arguments) {
		String prefix = ModelWords.prefix(this.model);
		for (String key : List.of(prefix + attribute + code, prefix + code, code)) {
			String found = this.texts.find(key, arguments);
			if (found != null) {
				return found;
			}
		}
		return new MessageFormat(message.replace("'", "''"), Locale.ROOT).format(arguments);
	}

	@Override
	public boolean isRejected(String attribute) {
		return this.rejected.contains(attribute);
	}

	List<ValidationError> errors() {
		return this.errors;
	}

}
