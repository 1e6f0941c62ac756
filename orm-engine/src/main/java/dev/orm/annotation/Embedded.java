package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record whose components are columns of the model's table, or records of columns
 * themselves. With {@link Id} its columns are the key. They are set one by one when only
 * some are read, so its constructor must take null.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Embedded {

	/**
	 * Return what stands before the names of the components' columns. {@code {attribute}}
	 * in it is the attribute in snake case. What a record around says comes first.
	 * @return the prefix; empty for none
	 */
	String prefix() default "{attribute}_";

}
