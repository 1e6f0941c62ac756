package dev.orm.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import org.jspecify.annotations.Nullable;

/**
 * The values rows were asked for by. A row comes under those that are one with its own to
 * the database, as they were given, so that the caller finds it again: a padded text, a
 * number with other zeros, bytes. A value of another class than the column's is only
 * compared by the database; its row comes under the value that is stored. Used by one
 * thread.
 */
public final class GivenKeys {

	private final List<FieldModel> fields;

	private final Map<Object, List<Object>> given = new HashMap<>();

	private GivenKeys(List<FieldModel> fields) {
		this.fields = fields;
	}

	/**
	 * Remember what was given.
	 * @param model the model of the rows
	 * @param field the field the values are of; null for the key
	 * @param values the values; none if all rows were asked for
	 * @return the values, by which rows are put
	 */
	public static GivenKeys of(EntityModel model, @Nullable FieldModel field, Collection<?> values) {
		GivenKeys keys = new GivenKeys((field != null) ? List.of(field) : model.key());
		for (Object value : values) {
			Object form = keys.form(value);
			if (form != null) {
				keys.given.computeIfAbsent(form, (missing) -> new ArrayList<>()).add(value);
			}
		}
		return keys;
	}

	/**
	 * Put a row under all given values that are one with its own.
	 * @param <V> what stands for a row
	 * @param found where it is put
	 * @param stored the value that is stored
	 * @param row the row
	 */
	public <V> void put(Map<@Nullable Object, V> found, @Nullable Object stored, V row) {
		Object form = this.given.isEmpty() ? null : form(stored);
		List<Object> known = (form != null) ? this.given.get(form) : null;
		if (known == null) {
			found.put(stored, row);
		}
		else {
			known.forEach((key) -> found.put(key, row));
		}
	}

	/**
	 * Return what stands for a value and its equals; null for a value of another class.
	 */
	private @Nullable Object form(@Nullable Object given) {
		boolean apart = given instanceof Record || (given instanceof List<?> && this.fields.size() > 1);
		Object value = (given != null && apart) ? this.fields.get(0).model().plainKey(given) : given;
		if (this.fields.size() == 1) {
			return form(this.fields.get(0), value);
		}
		if (!(value instanceof List<?> parts) || parts.size() != this.fields.size()) {
			return null;
		}
		List<@Nullable Object> forms = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++) {
			forms.add(form(this.fields.get(i), parts.get(i)));
		}
		return forms.contains(null) ? null : forms;
	}

	private static @Nullable Object form(FieldModel field, @Nullable Object value) {
		return field.type().javaType().isInstance(value) ? field.key(value) : null;
	}

}
