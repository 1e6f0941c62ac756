package dev.orm.migration.model;

import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import dev.orm.choice.StoredNumber;
import dev.orm.choice.StoredText;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.schema.ObjectId;
import dev.orm.type.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What rows that exist get in a new column: the value a fresh instance has. Two instances
 * are made, so that a value that differs each time (a random one, the time) is not taken
 * for one.
 */
public final class FillValues {

	private FillValues() {
	}

	/**
	 * Return the values of models' columns, where instances agree on one.
	 * @param registry the models
	 * @return SQL literals by column
	 */
	public static Map<ObjectId, String> of(ModelRegistry registry) {
		Map<ObjectId, String> values = new HashMap<>();
		for (EntityModel model : registry.models()) {
			if (!model.autoCreated() && model.concrete() == model) {
				add(model, values);
			}
		}
		return values;
	}

	private static void add(EntityModel model, Map<ObjectId, String> values) {
		EntityBinding<Model> binding = model.binding();
		Model first = fresh(binding);
		Model second = fresh(binding);
		for (FieldModel field : model.localFields()) {
			String literal = declared(field);
			if (literal == null && first != null && second != null && isPlain(field)) {
				literal = agreed(field, binding.get(first, field.index()), binding.get(second, field.index()));
			}
			if (literal != null) {
				values.put(ObjectId.column(Facts.table(model), field.column()), literal);
			}
		}
	}

	/** A constructor that needs the application to run has no say. */
	private static @Nullable Model fresh(EntityBinding<Model> binding) {
		try {
			return binding.newInstance();
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private static boolean isPlain(FieldModel field) {
		return field.relation() == null && !field.primaryKey() && !field.is(Flag.AUTO_NOW)
				&& !field.is(Flag.AUTO_NOW_ADD);
	}

	private static @Nullable String declared(FieldModel field) {
		String text = field.description().defaultValue();
		return text.isEmpty() ? null : literal(field, text);
	}

	private static @Nullable String agreed(FieldModel field, @Nullable Object first, @Nullable Object second) {
		return (first != null && Objects.equals(first, second)) ? literal(field, first) : null;
	}

	private static @Nullable String literal(FieldModel field, Object value) {
		Kind kind = field.type().kind();
		String text = (kind == Kind.JSON || kind == Kind.HSTORE) ? empty(kind, value) : text(value);
		if (text == null) {
			return null;
		}
		return (kind.isNumber() || kind == Kind.BOOLEAN) ? text : SqlLiterals.text(text);
	}

	/** Of documents only the empty ones are written here: others need their format. */
	private static @Nullable String empty(Kind kind, Object value) {
		if (value instanceof Map<?, ?> map && map.isEmpty()) {
			return (kind == Kind.JSON) ? "{}" : "";
		}
		return (kind == Kind.JSON && value instanceof Collection<?> values && values.isEmpty()) ? "[]" : null;
	}

	private static String stored(Enum<?> constant) {
		if (constant instanceof StoredNumber stored) {
			return String.valueOf(stored.value());
		}
		return (constant instanceof StoredText stored) ? stored.value() : constant.name();
	}

	private static @Nullable String text(Object value) {
		if (value instanceof Enum<?> constant) {
			return stored(constant);
		}
		if (value instanceof Collection<?> values) {
			return values.isEmpty() ? "{}" : null;
		}
		boolean known = value instanceof CharSequence || value instanceof Number || value instanceof Boolean
				|| value instanceof Character || value instanceof Temporal || value instanceof UUID
				|| value instanceof Duration;
		return known ? value.toString() : null;
	}

}
