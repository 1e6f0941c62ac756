package dev.orm.processor;

import java.util.Locale;

import javax.lang.model.SourceVersion;

/** Turns Java names into column, table, constant and path names. */
final class NamingRules {

	private NamingRules() {
	}

	/**
	 * {@code stockQuantity} to {@code stock_quantity}, {@code HTMLPage} to
	 * {@code html_page}.
	 */
	static String snakeCase(String name) {
		StringBuilder result = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			if (i > 0 && startsWord(name, i)) {
				result.append('_');
			}
			result.append(name.charAt(i));
		}
		return result.toString().toLowerCase(Locale.ROOT);
	}

	private static boolean startsWord(String name, int index) {
		if (!Character.isUpperCase(name.charAt(index)) || name.charAt(index - 1) == '_') {
			return false;
		}
		boolean endsAcronym = index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
		return !Character.isUpperCase(name.charAt(index - 1)) || endsAcronym;
	}

	/** {@code OrderItem} to {@code ORDER_ITEM}. */
	static String constantCase(String name) {
		return snakeCase(name).toUpperCase(Locale.ROOT);
	}

	/** {@code OrderItem} to {@code orderItem}. */
	static String lowerCamelCase(String name) {
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	/** {@code orderItem} to {@code OrderItem}. */
	static String upperCamelCase(String name) {
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	/** A name that may be a method: an underscore is added to a keyword. */
	static String methodName(String name) {
		return SourceVersion.isKeyword(name) ? name + "_" : name;
	}

	/**
	 * Django's placeholders for the concrete class and its group, in names that are given
	 * once for several models.
	 */
	static String expand(String relatedName, String className, String group) {
		String model = lowerCamelCase(className);
		return relatedName.replace("%(class)s", model).replace("%(model_name)s", model).replace("%(app_label)s", group);
	}

}
