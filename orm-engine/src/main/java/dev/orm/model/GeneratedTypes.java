package dev.orm.model;

import java.lang.reflect.Constructor;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;

/**
 * Finds what the processor generated for a model, and says what to add to the build where
 * it did not run.
 */
final class GeneratedTypes {

	private GeneratedTypes() {
	}

	private static String bindingName(Class<?> model) {
		return model.getName().replace('$', '_') + "$$Binding";
	}

	static boolean hasBinding(Class<?> model) {
		try {
			Class.forName(bindingName(model), false, model.getClassLoader());
			return true;
		}
		catch (ClassNotFoundException ex) {
			return false;
		}
	}

	static EntityBinding<?> binding(Class<?> model) {
		String name = bindingName(model);
		try {
			Constructor<?> constructor = Class.forName(name, true, model.getClassLoader()).getDeclaredConstructor();
			constructor.setAccessible(true);
			return (EntityBinding<?>) constructor.newInstance();
		}
		catch (ClassNotFoundException ex) {
			throw new MissingMetamodelException(model, ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new ModelDefinitionException("Cannot create " + name + ", generated for " + model.getName(),
					Subject.ofModel(model.getSimpleName()), ex);
		}
	}

}
