package dev.orm.json;

import java.util.List;

/**
 * The port to a JSON library. The engine's own is {@link JacksonFormat}; an application
 * that writes JSON in another way gives its format to the {@code TypeRegistry}.
 * Thread-safe.
 */
public interface JsonFormat {

	/**
	 * Return the class of documents of no particular class.
	 * @return the class of trees
	 */
	Class<?> treeType();

	/**
	 * Convert any value to a tree; a string becomes a JSON string and is not parsed.
	 * @param value the value
	 * @return the tree
	 * @throws RuntimeException if the library cannot
	 */
	Object toTree(Object value);

	/**
	 * Convert a value, or a tree, to a class.
	 * @param value the value
	 * @param type the class
	 * @param arguments its type arguments; empty for none
	 * @return an instance of the class
	 * @throws RuntimeException if the library cannot
	 */
	Object convert(Object value, Class<?> type, List<Class<?>> arguments);

	/**
	 * Read a document.
	 * @param json the document
	 * @param type the class; {@link #treeType()} for a tree
	 * @param arguments its type arguments; empty for none
	 * @return an instance of the class
	 * @throws RuntimeException if the library cannot
	 */
	Object read(String json, Class<?> type, List<Class<?>> arguments);

	/**
	 * Write a value as a document.
	 * @param value the value
	 * @return the document
	 * @throws RuntimeException if the library cannot
	 */
	String write(Object value);

}
