package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The generated join table of a many-to-many relation. All parts are optional. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface JoinTable {

	/**
	 * Return the table name.
	 * @return the name; table and attribute, joined by an underscore, if empty
	 */
	String name() default "";

	/**
	 * Return the schema of the table.
	 * @return the schema; that of the declaring model's table if empty
	 */
	String schema() default "";

	/**
	 * Return the column that points to the declaring model.
	 * @return the name; Django's rule if empty
	 */
	String source() default "";

	/**
	 * Return the column that points to the other model.
	 * @return the name; Django's rule if empty
	 */
	String target() default "";

}
