package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A model that shares the table of the model it extends. Django's {@code Meta.proxy}. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proxy {

	/**
	 * Return the default ordering.
	 * @return attribute paths; the parent's ordering if empty
	 */
	String[] ordering() default {};

}
