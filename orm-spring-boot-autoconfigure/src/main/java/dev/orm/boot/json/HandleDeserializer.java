package dev.orm.boot.json;

import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.error.ValueConversionException;
import dev.orm.model.ForeignKey;
import dev.orm.model.OneToOne;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a handle from its key. Thread-safe. */
final class HandleDeserializer extends ValueDeserializer<ToOne<?>> {

	private final Supplier<Orm> orm;

	private final Class<?> handle;

	private final Class<?> target;

	HandleDeserializer(Supplier<Orm> orm, Class<?> handle, Class<?> target) {
		this.orm = orm;
		this.handle = handle;
		this.target = target;
	}

	@Override
	public ToOne<?> deserialize(JsonParser in, DeserializationContext context) {
		Object given = context.readValue(in, Object.class);
		try {
			return of(this.orm.get().models().model(this.target).pk().convert(given));
		}
		catch (ValueConversionException ex) {
			return context.reportInputMismatch(this, "This is no key of %s", this.target.getSimpleName());
		}
	}

	@Override
	public Object getNullValue(DeserializationContext context) {
		return of(null);
	}

	private ToOne<?> of(@Nullable Object key) {
		return (this.handle == OneToOne.class) ? OneToOne.ofId(key) : ForeignKey.ofId(key);
	}

}
