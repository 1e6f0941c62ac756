package dev.orm.boot.json;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.error.ValueConversionException;
import dev.orm.meta.EntityModel;
import dev.orm.model.GenericKey;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a generic key from the table and the key it points to. Thread-safe. */
final class GenericKeyDeserializer extends ValueDeserializer<GenericKey<?>> {

	private final Supplier<Orm> orm;

	GenericKeyDeserializer(Supplier<Orm> orm) {
		this.orm = orm;
	}

	@Override
	public GenericKey<?> deserialize(JsonParser in, DeserializationContext context) {
		Map<?, ?> columns = context.readValue(in, Map.class);
		@Nullable Object table = column(columns, GenericKeySerializer.TYPE, context);
		@Nullable Object key = column(columns, GenericKeySerializer.ID, context);
		Optional<EntityModel> model = Optional.ofNullable(table)
			.flatMap((name) -> this.orm.get().models().ofTable(name.toString()));
		if (model.isEmpty() || key == null) {
			return context.reportInputMismatch(this,
					"A generic key is the table of a model and a key, as in {\"type\": \"post\", \"id\": 5}");
		}
		try {
			return GenericKey.of(model.get().javaType(), Objects.requireNonNull(model.get().pk().convert(key)));
		}
		catch (ValueConversionException ex) {
			return context.reportInputMismatch(this, "This is no key of %s", model.get());
		}
	}

	private static @Nullable Object column(Map<?, ?> columns, String name, DeserializationContext context) {
		return columns.get(ModelProperties.name(context.getConfig(), name));
	}

	@Override
	public Object getNullValue(DeserializationContext context) {
		return GenericKey.empty();
	}

}
