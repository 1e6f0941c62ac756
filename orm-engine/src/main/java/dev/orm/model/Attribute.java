package dev.orm.model;

/**
 * Something that names an attribute: a column of the typed API.
 */
public interface Attribute {

	/**
	 * Return the path of the attribute.
	 * @return its name; names joined by two underscores if relations lead there
	 */
	String path();

}
