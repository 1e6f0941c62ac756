package dev.orm.acceptance;

/**
 * A call a case makes that does not compile against the library, as the class has no such
 * method or the method takes no such value. It stands for the error Django raises where
 * its caller finds out only when the call runs.
 */
final class UncompilableCallException extends RuntimeException {

	private final String djangoName;

	private UncompilableCallException(String djangoName, String message) {
		super(message);
		this.djangoName = djangoName;
	}

	/** A method that must not exist, for the answer to be honest. */
	static RuntimeException ofMethod(String djangoName, Class<?> type, String method) {
		for (java.lang.reflect.Method candidate : type.getMethods()) {
			if (candidate.getName().equals(method)) {
				return new UnsupportedCaseException(method + " of " + type.getSimpleName());
			}
		}
		return new UncompilableCallException(djangoName, "%s has no method %s".formatted(type.getSimpleName(), method));
	}

	static RuntimeException ofValue(String djangoName, String attribute, Object value) {
		return new UncompilableCallException(djangoName,
				"%s takes no %s".formatted(attribute, value.getClass().getSimpleName()));
	}

	static RuntimeException ofAttribute(String djangoName, String model, String attribute) {
		return new UncompilableCallException(djangoName, "%s has no attribute %s to set".formatted(model, attribute));
	}

	/** Django's name for the error. */
	String djangoName() {
		return this.djangoName;
	}

}
