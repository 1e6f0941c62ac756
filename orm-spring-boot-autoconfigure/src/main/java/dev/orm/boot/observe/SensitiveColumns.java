package dev.orm.boot.observe;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.FieldDescription.Flag;

/**
 * Knows the statements that mention a sensitive column, in any role and on any table:
 * that of a {@code @Sensitive} field, or of one whose values the database cannot compare,
 * as they are encrypted. Immutable.
 *
 * @since 0.1.0
 */
public final class SensitiveColumns implements Predicate<String> {

	private static final String NEVER = "(?!)";

	private final Pattern mentions;

	/**
	 * Look for the columns.
	 * @param models the models
	 */
	public SensitiveColumns(ModelRegistry models) {
		String names = models.models()
			.stream()
			.flatMap((model) -> model.fields().stream())
			.filter(SensitiveColumns::isSensitive)
			.map(FieldModel::column)
			.distinct()
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		this.mentions = Pattern.compile(names.isEmpty() ? NEVER : "\\b(?:" + names + ")\\b",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
	}

	private static boolean isSensitive(FieldModel field) {
		return field.is(Flag.SENSITIVE) || field.type().codec().isOpaque();
	}

	@Override
	public boolean test(String sql) {
		return this.mentions.matcher(sql).find();
	}

}
