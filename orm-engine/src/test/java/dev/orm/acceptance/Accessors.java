package dev.orm.acceptance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import dev.orm.model.EntityBinding;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Calls the JavaBean accessors of models by attribute name, as an application's own code
 * would.
 */
final class Accessors {

	private Accessors() {
	}

	static @Nullable Object get(Model instance, String attribute) {
		return call(find(instance, "get" + capitalized(attribute), 0), instance);
	}

	static void set(Model instance, String attribute, @Nullable Object value) {
		call(find(instance, "set" + capitalized(attribute), 1), instance, value);
	}

	static Class<?> type(Model instance, String attribute) {
		return find(instance, "get" + capitalized(attribute), 0).getReturnType();
	}

	private static String capitalized(String attribute) {
		return Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
	}

	private static Method find(Model instance, String name, int parameters) {
		// the model's own class: the generated one that loads deferred fields is not
		// public
		for (Method method : EntityBinding.of(instance.getClass()).describe().type().getMethods()) {
			if (method.getName().equals(name) && method.getParameterCount() == parameters && !method.isBridge()) {
				return method;
			}
		}
		throw new UnsupportedCaseException("attribute " + name + " of " + instance.getClass().getSimpleName());
	}

	private static @Nullable Object call(Method method, Model instance, @Nullable Object... arguments) {
		try {
			return method.invoke(instance, arguments);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
