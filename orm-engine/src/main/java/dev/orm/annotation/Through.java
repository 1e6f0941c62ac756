package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The model of a many-to-many relation's join table. Django's {@code through}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Through {

	/**
	 * Return the join model.
	 * @return the class
	 */
	Class<?> value();

	/**
	 * Return the foreign key of the join model that points to this model.
	 * @return its name; found by its target if empty
	 */
	String source() default "";

	/**
	 * Return the foreign key of the join model that points to the other model.
	 * @return its name; found by its target if empty
	 */
	String target() default "";

}
