package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.model.Model;

/**
 * The models a generic key may point to: their keys are of the class the key holds, and
 * the database refuses rows of other tables, by a CHECK. Django's
 * {@code limit_choices_to} of a content type, enforced.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Targets {

	/**
	 * The models.
	 * @return their classes
	 */
	Class<? extends Model>[] value();

}
