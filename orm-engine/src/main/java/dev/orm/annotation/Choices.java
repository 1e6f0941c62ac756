package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The values a text or a number may have. Validation refuses others; the database does
 * only with {@code @Column(checked = true)}. Django's {@code choices}. An attribute that
 * is an enum needs no such annotation.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Choices {

	/**
	 * Return where the values come from.
	 * @return an enum, or a {@code ChoiceSource} with a constructor without arguments
	 */
	Class<?> value();

}
