package dev.orm.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.history.Version.Change;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * Compares an instance with its row, by one SELECT: nothing has to be remembered of
 * instances for that. Thread-safe.
 */
public final class UnsavedChanges {

	private static final int NANOS_OF_MICRO = 1_000;

	private final Reader reader;

	/**
	 * Create it.
	 * @param reader reads rows
	 */
	public UnsavedChanges(Reader reader) {
		this.reader = reader;
	}

	/**
	 * Tell what an instance holds that its row does not.
	 * @param instance the instance; of one without a row all that it holds is told
	 * @param options how to read the row
	 * @return what the row has and the instance holds, by attribute
	 */
	public Map<String, Change> of(Model instance, ReadOptions options) {
		EntityModel model = this.reader.models().model(instance.getClass());
		Model row = row(model, instance, options);
		List<String> deferred = instance.deferredFields();
		Map<String, Change> changes = new LinkedHashMap<>();
		for (FieldModel field : model.fields()) {
			if (!field.computed() && !deferred.contains(field.name())) {
				Object stored = (row != null) ? value(row, field) : null;
				Object held = value(instance, field);
				if (!field.isSame(stored, held)) {
					changes.put(field.name(), new Change(stored, held));
				}
			}
		}
		return Collections.unmodifiableMap(changes);
	}

	private @Nullable Model row(EntityModel model, Model instance, ReadOptions options) {
		Object key = instance.pk();
		return (key != null) ? this.reader.instances(QuerySpec.every(model).then(Restriction.Filter.key(key)), options)
			.stream()
			.findFirst()
			.orElse(null) : null;
	}

	/** The database keeps microseconds and a scale, an instance what it was given. */
	private @Nullable Object value(Model instance, FieldModel field) {
		Object value = this.reader.known().value(instance, field);
		if (value instanceof BigDecimal number && field.description().precision() > 0) {
			int scale = field.description().scale();
			return (number.scale() > scale) ? number.setScale(scale, RoundingMode.HALF_UP) : number;
		}
		if (value instanceof Duration duration) {
			return duration.truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof Temporal time && time.isSupported(ChronoField.NANO_OF_SECOND)) {
			int nanos = time.get(ChronoField.NANO_OF_SECOND);
			return time.with(ChronoField.NANO_OF_SECOND, nanos - nanos % NANOS_OF_MICRO);
		}
		return value;
	}

}
