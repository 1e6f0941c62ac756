package dev.orm.boot.transaction;

import java.security.ProtectionDomain;

import dev.orm.Orm;

/**
 * Tells classes of the application from those of libraries, whose methods nobody marked
 * for the ORM: they need not be looked through, one by one, at each start.
 *
 * @since 0.1.0
 */
public final class ApplicationClasses {

	private static final String[] LIBRARIES = { "java.", "javax.", "jakarta.", "org.springframework.", "com.zaxxer.",
			"tools.jackson.", "com.fasterxml.", "io.micrometer.", "org.apache.", "org.flywaydb.", "org.hibernate." };

	private ApplicationClasses() {
	}

	/**
	 * Return whether a class may be one of the application.
	 * @param type the class
	 * @return false for one of a well-known library
	 */
	public static boolean mayContain(Class<?> type) {
		String name = type.getName();
		for (String library : LIBRARIES) {
			if (name.startsWith(library)) {
				return false;
			}
		}
		return !name.startsWith("dev.orm.") || !isOfTheOrm(type.getProtectionDomain());
	}

	private static boolean isOfTheOrm(ProtectionDomain jar) {
		return jar == Orm.class.getProtectionDomain() || jar == ApplicationClasses.class.getProtectionDomain();
	}

}
