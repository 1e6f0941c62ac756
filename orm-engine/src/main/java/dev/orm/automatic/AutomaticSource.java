package dev.orm.automatic;

import java.lang.reflect.Constructor;

import dev.orm.error.ModelDefinitionException;

/** Finds what knows the values of fields, by its class. Thread-safe. */
@FunctionalInterface
public interface AutomaticSource {

	/** Makes it by the constructor without arguments. */
	AutomaticSource CONSTRUCTOR = AutomaticSource::construct;

	/**
	 * Return what knows a value.
	 * @param type its class
	 * @return the object, asked for once
	 */
	AutomaticValue<?> get(Class<?> type);

	private static AutomaticValue<?> construct(Class<?> type) {
		try {
			Constructor<?> constructor = type.getDeclaredConstructor();
			constructor.setAccessible(true);
			return (AutomaticValue<?>) constructor.newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new ModelDefinitionException(
					"%s needs a constructor without arguments, or to be a bean".formatted(type.getName()), ex);
		}
	}

}
