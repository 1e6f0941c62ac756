package dev.orm.boot.json;

import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.orm.Orm;
import dev.orm.RelatedManager;
import dev.orm.Row;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.Serializers;

/** Finds what writes models, their handles and rows, at the first of them. */
final class ModelSerializers extends Serializers.Base {

	private final Supplier<Orm> orm;

	ModelSerializers(Supplier<Orm> orm) {
		this.orm = orm;
	}

	@Override
	public @Nullable ValueSerializer<?> findSerializer(SerializationConfig config, JavaType type,
			BeanDescription.Supplier description, JsonFormat.@Nullable Value format) {
		Class<?> raw = type.getRawClass();
		if (Model.class.isAssignableFrom(raw)) {
			return Writers.ofModels(this.orm);
		}
		if (ToOne.class.isAssignableFrom(raw)) {
			return Writers.ofHandles();
		}
		if (raw == GenericKey.class) {
			return Writers.ofGenericKeys();
		}
		if (RelatedManager.class.isAssignableFrom(raw)) {
			return Writers.ofManagers();
		}
		return (raw == Row.class) ? Writers.ofRows() : null;
	}

	/** Loaded, and what it makes with it, for the first that is written. */
	private static final class Writers {

		static ValueSerializer<?> ofModels(Supplier<Orm> orm) {
			return new ModelSerializer(orm);
		}

		static ValueSerializer<?> ofHandles() {
			return new HandleSerializer();
		}

		static ValueSerializer<?> ofGenericKeys() {
			return new GenericKeySerializer();
		}

		static ValueSerializer<?> ofManagers() {
			return new UnwrittenSerializer();
		}

		static ValueSerializer<?> ofRows() {
			return new RowSerializer();
		}

	}

}
