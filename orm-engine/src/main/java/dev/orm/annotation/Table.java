package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A model and its table. A subclass of {@code Model} without it must be abstract.
 * Django's {@code Meta}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Table {

	/**
	 * Return the table name.
	 * @return the name; the class name in snake case if empty
	 */
	String name() default "";

	/**
	 * Return the schema of the table.
	 * @return the schema; empty for the one the connection's search path finds
	 */
	String schema() default "";

	/**
	 * Return the database of the table.
	 * @return the alias of a database; empty for that of the model's group
	 */
	String database() default "";

	/**
	 * Return the default ordering.
	 * @return attribute paths, a leading minus for descending
	 */
	String[] ordering() default {};

	/**
	 * Return the column that links a row to that of the parent class, where that has a
	 * table of its own. The column of Django's {@code parent_link}.
	 * @return the name; the parent's name in snake case and {@code _ptr_id} if empty
	 */
	String parentLink() default "";

	/**
	 * Return the attributes {@code latest()} and {@code earliest()} use.
	 * @return attribute paths
	 */
	String[] getLatestBy() default {};

	/**
	 * Return the sets of attributes that are unique together.
	 * @return the sets
	 */
	UniqueTogether[] uniqueTogether() default {};

	/**
	 * Return the name of the ways back by relations of the model that give none
	 * themselves, keys that it inherits from abstract parents included. The link of a
	 * child to its parent keeps its own. Django's {@code default_related_name}.
	 * @return the name, with placeholders as in {@link RelatedName}; that of the group if
	 * empty, else the rule's
	 */
	String defaultRelatedName() default "";

	/**
	 * Return what people should know of the table, kept by the database. Django's
	 * {@code db_table_comment}.
	 * @return the comment; empty for none
	 */
	String comment() default "";

	/**
	 * Return whether migrations make the table. Django's {@code managed}.
	 * @return false for a view, or a table somebody else looks after
	 */
	boolean managed() default true;

	/**
	 * Return whether rows may only be read, as those of a view. Every write is refused
	 * before SQL is sent.
	 * @return true to refuse
	 */
	boolean readOnly() default false;

}
