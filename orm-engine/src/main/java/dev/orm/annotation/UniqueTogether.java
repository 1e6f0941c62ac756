package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Attributes that are unique together. Django's {@code Meta.unique_together}. */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface UniqueTogether {

	/**
	 * Return the attribute names.
	 * @return two names or more
	 */
	String[] value();

}
