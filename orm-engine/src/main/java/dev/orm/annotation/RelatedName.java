package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of the way back. Django's {@code related_name}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelatedName {

	/**
	 * Return the accessor name on the other side.
	 * @return the name; {@code "+"} for no way back
	 */
	String value();

	/**
	 * Return the name in lookup paths.
	 * @return the name; that of the accessor if empty
	 */
	String query() default "";

}
