package dev.orm.boot.json;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;

/**
 * The columns of a model that are properties of its document. Immutable.
 *
 * @param fields the columns
 */
record ModelProperties(List<FieldModel> fields) {

	/** All but the links to parents and what is annotated with {@code @JsonIgnore}. */
	static ModelProperties of(EntityModel model) {
		List<FieldModel> fields = new ArrayList<>();
		for (FieldModel field : model.fields()) {
			if (!field.isParentLink() && !isIgnored(model.javaType(), path(field).get(0))) {
				fields.add(field);
			}
		}
		return new ModelProperties(List.copyOf(fields));
	}

	/** The attribute; of an embedded record its attribute and the component. */
	static List<String> path(FieldModel field) {
		return List.of(field.name().split("__"));
	}

	private static boolean isIgnored(Class<?> type, String attribute) {
		for (Class<?> at = type; at != null; at = at.getSuperclass()) {
			try {
				return at.getDeclaredField(attribute).isAnnotationPresent(JsonIgnore.class);
			}
			catch (NoSuchFieldException ex) {
				// a class above has it
			}
		}
		return false;
	}

	/** What the application's mapper calls a property. */
	static String name(@Nullable MapperConfig<?> config, String attribute) {
		PropertyNamingStrategy strategy = (config != null) ? config.getPropertyNamingStrategy() : null;
		return (strategy != null) ? strategy.nameForField(config, null, attribute) : attribute;
	}

}
