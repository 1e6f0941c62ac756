package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the database keeps a foreign key or one-to-one relation. It changes the tables that
 * migrations make, and nothing else. Django's {@code db_constraint} and {@code db_index}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reference {

	/**
	 * Return whether there is a foreign key at all. Without one the row it points to may
	 * be missing.
	 * @return true by default
	 */
	boolean constraint() default true;

	/**
	 * Return whether the foreign key is checked at the commit; else at each statement.
	 * @return true by default, as in Django
	 */
	boolean deferred() default true;

	/**
	 * Return whether the column has an index, by which the rows that point to another are
	 * found.
	 * @return true by default
	 */
	boolean index() default true;

}
