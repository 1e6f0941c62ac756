package dev.orm.type;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds an annotation of fields to what makes their types. Nothing is registered: a field
 * that has the annotation is asked for by the factory, before all others.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface FieldType {

	/**
	 * Return what makes the type: made by Spring, which injects, else by a constructor
	 * without arguments.
	 * @return the factory
	 */
	Class<? extends ValueTypeFactory> value();

	/**
	 * Return the type of the column, for a factory that only Spring can make:
	 * {@code makemigrations} needs no more.
	 * @return a PostgreSQL type name; empty to ask the factory
	 */
	String sqlType() default "";

}
