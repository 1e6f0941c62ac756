package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.automatic.NextPosition;

/**
 * The place of a row among those of one owner, from 0. An insert takes the next one, with
 * the row of the owner locked; no two rows of an owner have one place, by a unique
 * constraint that is checked at the commit. It is the default ordering of the model,
 * unless that says another. Django's {@code order_with_respect_to}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Automatic(by = NextPosition.class)
public @interface Position {

	/**
	 * Whose rows are counted.
	 * @return the name of a foreign key of the model
	 */
	String within();

}
