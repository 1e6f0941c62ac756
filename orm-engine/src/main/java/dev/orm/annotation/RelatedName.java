package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of the way back. In both names {@code %(class)s} and {@code %(model_name)s}
 * stand for the model that has the relation, {@code %(app_label)s} for its group.
 * Django's {@code related_name} and {@code related_query_name}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RelatedName {

	/**
	 * Return the accessor name on the other side.
	 * @return the name; {@code "+"} for no way back; that of {@link Table} or
	 * {@link ModelGroup} if empty, else the rule's
	 */
	String value() default "";

	/**
	 * Return the name in lookup paths.
	 * @return the name; that of the accessor if empty
	 */
	String query() default "";

}
