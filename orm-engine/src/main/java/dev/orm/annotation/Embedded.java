package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose components are columns of the model's table. They are set one by one
 * when only some are read, so its constructor must take null.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Embedded {

	/**
	 * Return what stands before the names of the components' columns.
	 * @return the prefix; the attribute in snake case and an underscore if empty
	 */
	String prefix() default "";

}
