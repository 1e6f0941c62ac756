package dev.orm.boot.json;

import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.model.ForeignKey;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.model.ToOne;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Finds what reads models, and handles that are properties of other classes. */
final class ModelDeserializers extends Deserializers.Base {

	private final Supplier<Orm> orm;

	ModelDeserializers(Supplier<Orm> orm) {
		this.orm = orm;
	}

	@Override
	public @Nullable ValueDeserializer<?> findBeanDeserializer(JavaType type, DeserializationConfig config,
			BeanDescription.Supplier description) {
		Class<?> raw = type.getRawClass();
		if (Model.class.isAssignableFrom(raw) && raw != Model.class) {
			return Readers.ofModels(this.orm, raw.asSubclass(Model.class));
		}
		if (raw == GenericKey.class) {
			return Readers.ofGenericKeys(this.orm);
		}
		boolean handle = raw == ForeignKey.class || raw == OneToOne.class;
		return (handle && type.containedTypeCount() == 1)
				? Readers.ofHandles(this.orm, raw, type.containedType(0).getRawClass()) : null;
	}

	@Override
	public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
		return Model.class.isAssignableFrom(type) || ToOne.class.isAssignableFrom(type) || type == GenericKey.class;
	}

	/** Loaded, and what it makes with it, for the first that is read. */
	private static final class Readers {

		static ValueDeserializer<?> ofModels(Supplier<Orm> orm, Class<? extends Model> model) {
			return new ModelDeserializer(orm, model);
		}

		static ValueDeserializer<?> ofGenericKeys(Supplier<Orm> orm) {
			return new GenericKeyDeserializer(orm);
		}

		static ValueDeserializer<?> ofHandles(Supplier<Orm> orm, Class<?> handle, Class<?> target) {
			return new HandleDeserializer(orm, handle, target);
		}

	}

}
