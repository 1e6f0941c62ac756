package dev.orm.persist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

import dev.orm.meta.FieldModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.TimeOrderedUuid;
import dev.orm.model.ToOne;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what the engine sets by itself: defaults, times, keys and the first version.
 * Thread-safe.
 */
final class AutomaticValues {

	private final Clock clock;

	private final InstanceSetter setter;

	AutomaticValues(Clock clock, InstanceSetter setter) {
		this.clock = clock;
		this.setter = setter;
	}

	/** Give attributes that are null their defaults. */
	void applyDefaults(Model instance, WriteModel model) {
		EntityBinding<Model> binding = model.binding();
		for (FieldModel field : model.defaults()) {
			Object value = binding.get(instance, field.index());
			if (value == null || (value instanceof ToOne<?> handle && handle.isFetched() && handle.fetched() == null)) {
				this.setter.set(instance, field, defaultValue(field));
			}
		}
	}

	static @Nullable Object defaultValue(FieldModel field) {
		String text = field.description().defaultValue();
		if (text.isEmpty()) {
			return null;
		}
		ValueType type = field.type();
		boolean document = type.kind() == Kind.JSON || type.kind() == Kind.ARRAY || type.kind() == Kind.RANGE
				|| type.kind() == Kind.HSTORE;
		return document ? type.codec().parse(text) : type.codec().convert(text);
	}

	/**
	 * Set the times that are the engine's to set, as exactly as the database keeps them.
	 * @param instance the instance
	 * @param model its model
	 * @param written the columns about to be written
	 * @param inserting whether the row is new
	 */
	void applyTimes(Model instance, WriteModel model, Collection<FieldModel> written, boolean inserting) {
		if (model.automatic().isEmpty()) {
			return;
		}
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		for (FieldModel field : model.automatic()) {
			if (written.contains(field) && (inserting || field.is(Flag.AUTO_NOW))) {
				this.setter.set(instance, field, now);
			}
		}
	}

	/**
	 * Fill in what an insert needs: defaults, a key the engine makes, the first version,
	 * and the times among the columns about to be written.
	 */
	void prepareInsert(Model instance, WriteModel model, Collection<FieldModel> written) {
		applyDefaults(instance, model);
		applyTimes(instance, model, written, true);
		makeKey(instance, model);
		FieldModel version = model.version();
		if (version != null && model.binding().get(instance, version.index()) == null) {
			this.setter.set(instance, version, 0);
		}
	}

	/** Make a time-ordered UUID where the model wants one. */
	void makeKey(Model instance, WriteModel model) {
		for (FieldModel field : model.root().key()) {
			if (field.is(Flag.UUID_KEY) && model.binding().get(instance, field.index()) == null) {
				this.setter.set(instance, field, TimeOrderedUuid.next(this.clock.millis()));
			}
		}
	}

	/** Return the value a version has after the next update. */
	static Object nextVersion(FieldModel version, @Nullable Object current) {
		long next = (current instanceof Number number) ? number.longValue() + 1 : 0;
		return version.type().codec().convert(next);
	}

}
