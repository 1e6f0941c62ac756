package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column of a field. All parts are optional. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Column {

	/**
	 * Return the column name.
	 * @return the name; the attribute name in snake case (and {@code _id} for a relation)
	 * if empty
	 */
	String name() default "";

	/**
	 * Return the length of a {@code varchar}.
	 * @return characters; zero for {@code text}
	 */
	int length() default 0;

	/**
	 * Return the digits of a {@code numeric}.
	 * @return all digits; zero for an unbounded number
	 */
	int precision() default 0;

	/**
	 * Return the digits after the point of a {@code numeric}.
	 * @return the digits
	 */
	int scale() default 0;

	/**
	 * Return whether the column takes NULL.
	 * @return true if it does; a field marked {@code @Nullable} does too
	 */
	boolean nullable() default false;

	/**
	 * Return whether the value is unique.
	 * @return true if it is
	 */
	boolean unique() default false;

	/**
	 * Return whether the column has an index of its own.
	 * @return true if it has
	 */
	boolean index() default false;

	/**
	 * Return the default, as text, of an attribute that is null at the insert.
	 * @return the text; empty for no default
	 */
	String defaultValue() default "";

	/**
	 * Return the column type, where the Java type does not tell.
	 * @return a PostgreSQL type name such as {@code jsonb} or {@code tsvector}; empty for
	 * the natural type
	 */
	String type() default "";

}
