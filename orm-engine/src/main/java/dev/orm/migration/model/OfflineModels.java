package dev.orm.migration.model;

import java.util.ServiceLoader;

import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.type.TypeRegistry;
import dev.orm.type.ValueTypeFactory;

/** Links the models of a class path without an application and without a database. */
public final class OfflineModels {

	private OfflineModels() {
	}

	/**
	 * Link all models that are listed.
	 * @param loader finds them; types of the application are found by
	 * {@link ServiceLoader}
	 * @return the models
	 * @throws dev.orm.error.ModelDefinitionException if they do not fit each other
	 */
	public static ModelRegistry load(ClassLoader loader) {
		TypeRegistry types = TypeRegistry.standard();
		for (ValueTypeFactory factory : ServiceLoader.load(ValueTypeFactory.class, loader)) {
			types = types.with(factory);
		}
		return ModelRegistry.link(ModelIndex.load(loader), types);
	}

}
