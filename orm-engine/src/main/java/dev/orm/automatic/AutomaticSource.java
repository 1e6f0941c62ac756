package dev.orm.automatic;

import java.lang.reflect.Constructor;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;

/** Finds the objects that annotations name by class. Thread-safe. */
@FunctionalInterface
public interface AutomaticSource {

	/** Makes it by the constructor without arguments. */
	AutomaticSource CONSTRUCTOR = AutomaticSource::construct;

	/**
	 * Return an object.
	 * @param type its class
	 * @return the object, asked for once
	 */
	Object get(Class<?> type);

	private static Object construct(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new ModelDefinitionException(
					"%s needs a constructor without arguments, or to be a bean".formatted(type.getName()),
					Subject.ofArgument(type.getName()), ex);
		}
	}

}
