package dev.orm.validate;

import org.jspecify.annotations.Nullable;

/** Texts of the application, in the caller's language. Thread-safe. */
@FunctionalInterface
public interface MessageTexts {

	/** The engine's own texts. */
	MessageTexts NONE = (key, arguments) -> null;

	/**
	 * Return the text of a message.
	 * @param key such as {@code product.sku.unique}, {@code product.unique} or
	 * {@code unique}
	 * @param arguments what it mentions
	 * @return the text; null if there is none
	 */
	@Nullable String find(String key, Object[] arguments);

}
