package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether forms and administration let people change an attribute. Attributes the engine
 * or the database sets never are; others are by default. Django's {@code editable}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Editable {

	/**
	 * Return whether people may change it.
	 * @return false to leave it out of forms
	 */
	boolean value() default true;

}
