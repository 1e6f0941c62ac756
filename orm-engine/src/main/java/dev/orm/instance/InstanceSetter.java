package dev.orm.instance;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import dev.orm.error.ValueConversionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.type.CurrentZone;
import org.jspecify.annotations.Nullable;

/**
 * Sets attributes of instances from values that callers give. Thread-safe.
 */
public final class InstanceSetter {

	private final Clock clock;

	public InstanceSetter(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Set an attribute from a value a caller gave.
	 * @param instance the instance
	 * @param field the attribute
	 * @param value a value of the attribute's class or one that converts to it; an
	 * instance, a key or a handle for a relation
	 */
	public void set(Model instance, FieldModel field, @Nullable Object value) {
		Object converted;
		if (field.relation() == null && value instanceof Model parent) {
			converted = parent.pk();
		}
		else if (field.relation() != null) {
			converted = handle(instance, field, value);
		}
		else {
			converted = CurrentZone.byDefault(this.clock.getZone(), () -> field.convert(value));
		}
		field.set(instance, converted);
	}

	/** Find the attributes a name stands for: one, or all parts of a composite key. */
	public static Optional<List<FieldModel>> find(EntityModel model, String name) {
		return (name.equals("pk") ? Optional.of(model.key())
				: model.field(name).map(List::of).or(() -> GenericFields.find(model, name).map(GenericFields::both)))
			.map((fields) -> fields.stream().map((field) -> stored(model, field)).toList());
	}

	/** The link to a parent's row is no attribute of its own: it is the inherited key. */
	private static FieldModel stored(EntityModel model, FieldModel field) {
		EntityModel parent = field.owner().parent();
		if (parent == null || !field.isParentLink()) {
			return field;
		}
		return stored(model, model.field(parent.pk().name()).orElseThrow());
	}

	/** Set the attributes a name stands for. */
	public void set(Model instance, List<FieldModel> fields, @Nullable Object given) {
		Object value = (given instanceof Record key) ? fields.get(0).model().plainKey(key) : given;
		if (fields.size() == 1) {
			set(instance, fields.get(0), value);
			return;
		}
		if (fields.get(0).is(Flag.GENERIC_TYPE)) {
			GenericFields.set(instance, fields.get(0), value);
			return;
		}
		if (!(value instanceof List<?> parts) || parts.size() != fields.size()) {
			throw new ValueConversionException("The key of %s has the parts %s, but '%s' was given"
				.formatted(fields.get(0).model(), fields, value)).of(value);
		}
		for (int i = 0; i < parts.size(); i++) {
			set(instance, fields.get(i), parts.get(i));
		}
	}

	private static ToOne<?> handle(Model instance, FieldModel field, @Nullable Object given) {
		Object value = (given instanceof ToOne<?> other) ? pointedTo(other) : given;
		if (value instanceof Model target) {
			InstanceValues.requireTarget(field, target);
			return field.handle(target);
		}
		return field.handle(instance, field.convert(value));
	}

	/** Where another handle points to: an instance, a key, or nowhere. */
	private static @Nullable Object pointedTo(ToOne<?> handle) {
		return handle.isFetched() ? handle.fetched() : handle.id();
	}

	/**
	 * Point a relation to an instance by a handle that can fetch, and return how to undo
	 * that.
	 */
	@SuppressWarnings("unchecked")
	public static Runnable point(Model instance, FieldModel field, @Nullable Object key, @Nullable Model target) {
		ToOne<Model> handle = (ToOne<Model>) field.handle(instance, key);
		handle.cache(target);
		return HandleUndo.replace(field.model().binding(), instance, field.index(), handle);
	}

	/** Return the names of fields, for messages. */
	public static List<String> names(Collection<FieldModel> fields) {
		return fields.stream().map(FieldModel::name).toList();
	}

}
