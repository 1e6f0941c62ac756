package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The foreign key whose way back a {@code OneToMany} or {@code ReverseOneToOne} handle
 * is, where several of a model lead here: {@code @BackOf("buyer")}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface BackOf {

	/**
	 * Return the attribute of the other model.
	 * @return its name
	 */
	String value();

}
