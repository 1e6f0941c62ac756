package dev.orm.observe;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets queries of a method, or of each public method of a class, repeat themselves: see
 * {@link RepeatedQueries#allow}. Calls go through Spring's proxy, so that a call of a
 * method of the same object, a private or a final one allows nothing.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface AllowRepeatedQueries {

}
