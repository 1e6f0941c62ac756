package dev.orm.meta;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.choice.ChoiceOption;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.ValueConversionException;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.RelationDescription;
import dev.orm.type.TypeRegistry;
import dev.orm.type.TypeRequest;
import dev.orm.type.ValueType;

/**
 * Gives each field its type; a foreign key has that of the field it points to, however
 * many steps away.
 */
final class FieldTypes {

	private final TypeRegistry plain;

	/** By class, the fields that asked: most others ask for the same. */
	private final Map<Class<?>, List<FieldModel>> asked = new HashMap<>();

	FieldTypes(TypeRegistry plain) {
		this.plain = plain;
	}

	void link(Collection<EntityModel> models) {
		for (EntityModel model : models) {
			ValueType[] types = new ValueType[model.fields().size()];
			for (FieldModel field : model.fields()) {
				types[field.index()] = type(field, List.of());
				requireDefaults(field);
			}
			if (!model.autoCreated()) {
				model.link(types);
			}
		}
	}

	/** Types of the application may not be there yet, as for migrations. */
	private static void requireDefaults(FieldModel field) {
		if (field.is(Flag.TYPED)) {
			return;
		}
		String text = field.description().defaultValue();
		if (!text.isEmpty()) {
			requireValue(field, text, field::defaultValue);
		}
		RelationDescription relation = field.description().relation();
		if (relation != null && !relation.setValue().isEmpty()) {
			requireValue(field, relation.setValue(), () -> field.convert(relation.setValue()));
		}
	}

	private static void requireValue(FieldModel field, String text, Runnable reading) {
		try {
			reading.run();
		}
		catch (ValueConversionException ex) {
			throw new ModelDefinitionException("Field %s has the default '%s', which is no value of it: %s"
				.formatted(field, text, ex.getMessage()), field.subject(), ex);
		}
	}

	private ValueType type(FieldModel field, List<FieldModel> before) {
		ValueType known = field.linkedType();
		if (known != null) {
			return known;
		}
		ValueType found = (field.relation() != null) ? followed(field, field.relation(), before) : plain(field);
		field.link(found);
		return found;
	}

	private ValueType followed(FieldModel field, RelationModel relation, List<FieldModel> before) {
		if (before.contains(field)) {
			throw new ModelDefinitionException(
					"Foreign keys that are primary keys point to each other in a circle: %s".formatted(before),
					field.subject());
		}
		List<FieldModel> seen = new ArrayList<>(before);
		seen.add(field);
		return type(relation.path().get(0).toField(), seen);
	}

	private ValueType plain(FieldModel field) {
		ValueType type = field.is(Flag.TYPED) ? plain(field, field.description()) : alike(field);
		requireRoom(field, type);
		return type;
	}

	private ValueType alike(FieldModel field) {
		List<FieldModel> others = this.asked.get(field.description().javaType());
		if (others == null) {
			others = new ArrayList<>();
			this.asked.put(field.description().javaType(), others);
		}
		for (FieldModel other : others) {
			if (isAlike(field.description(), other.description())) {
				return other.type();
			}
		}
		ValueType found = plain(field, field.description());
		others.add(field);
		return found;
	}

	/** Compared by hand: every start asks it for each field. */
	private static boolean isAlike(FieldDescription one, FieldDescription other) {
		return one.length() == other.length() && one.precision() == other.precision() && one.scale() == other.scale()
				&& one.columnType().equals(other.columnType()) && one.is(Flag.JSON) == other.is(Flag.JSON)
				&& one.details().base().equals(other.details().base())
				&& one.typeArguments().equals(other.typeArguments());
	}

	/** A constant that its own column cannot hold is Django's {@code fields.E009}. */
	private static void requireRoom(FieldModel field, ValueType type) {
		int length = field.description().length();
		if (length == 0 || !field.description().javaType().isEnum()) {
			return;
		}
		for (ChoiceOption choice : field.choices()) {
			String stored = type.codec().write(choice.value());
			if (stored.codePointCount(0, stored.length()) > length) {
				throw new ModelDefinitionException(
						"Field %s has @Column(length = %d), but %s is stored as '%s'. hint: make it %d at least"
							.formatted(field, length, choice.value(), stored, stored.length()),
						field.subject());
			}
		}
	}

	/**
	 * The Java field: of the model or of an abstract parent, and from there of the record
	 * it is in.
	 */
	private static AnnotatedElement declared(FieldModel field) {
		Class<?> type = field.owner().javaType();
		Field found = null;
		for (String name : field.name().split("__")) {
			found = declared(field, (found != null) ? found.getType() : type, name);
		}
		return Objects.requireNonNull(found);
	}

	private static Field declared(FieldModel field, Class<?> in, String name) {
		for (Class<?> type = in; type != null; type = type.getSuperclass()) {
			for (Field candidate : type.getDeclaredFields()) {
				if (candidate.getName().equals(name)) {
					return candidate;
				}
			}
		}
		throw new ModelDefinitionException("No class declares the field %s".formatted(field), field.subject());
	}

	private ValueType plain(FieldModel field, FieldDescription description) {
		try {
			TypeRequest request = new TypeRequest(description.javaType(), description.typeArguments(),
					description.columnType(), description.length(), description.precision(), description.scale(),
					description.is(Flag.JSON), description.details().base());
			return description.is(Flag.TYPED) ? this.plain.of(request, declared(field)) : this.plain.of(request);
		}
		catch (ModelDefinitionException ex) {
			throw new ModelDefinitionException("Field %s: %s".formatted(field, ex.getMessage()), field.subject(), ex);
		}
	}

}
