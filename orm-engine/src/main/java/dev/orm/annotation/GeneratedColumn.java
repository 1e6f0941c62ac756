package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A column the database computes from others of its row. It is never written; a save or
 * an insert brings its value back. Django's {@code GeneratedField}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface GeneratedColumn {

	/**
	 * Return the expression it is computed by.
	 * @return an SQL expression over columns of the table, each in double quotes so that
	 * a renamed column is found, as {@code "\"price\" * \"quantity\""}
	 */
	String value() default "";

	/**
	 * Return whether the value is kept in the row. One that is not is computed by each
	 * read, and needs PostgreSQL 18.
	 * @return true if it is kept
	 */
	boolean stored() default true;

}
