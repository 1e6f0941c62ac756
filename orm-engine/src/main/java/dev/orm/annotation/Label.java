package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What people call a model or an attribute, for messages, forms and administration.
 * Django's {@code verbose_name}, {@code verbose_name_plural} and {@code help_text}.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Label {

	/**
	 * Return the name people read.
	 * @return the label
	 */
	String value();

	/**
	 * Return the name of several, for a model.
	 * @return the plural; the label and an "s" if empty
	 */
	String plural() default "";

	/**
	 * Return what to tell people who fill in the attribute.
	 * @return the help; empty for none
	 */
	String help() default "";

}
