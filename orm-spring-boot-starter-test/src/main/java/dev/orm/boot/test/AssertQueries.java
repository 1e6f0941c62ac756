package dev.orm.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how many statements of the ORM a test runs on its thread. Django's
 * {@code assertNumQueries}. Savepoints, and what others than the ORM run, do not count.
 *
 * @since 0.1.0
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface AssertQueries {

	/**
	 * Return how many statements run.
	 * @return the number; -1 for any
	 */
	int value() default -1;

	/**
	 * Return how many statements run at most.
	 * @return the number; -1 for any
	 */
	int max() default -1;

	/**
	 * Return how many of them read.
	 * @return the number; -1 for any
	 */
	int selects() default -1;

	/**
	 * Return how many insert.
	 * @return the number; -1 for any
	 */
	int inserts() default -1;

	/**
	 * Return how many update.
	 * @return the number; -1 for any
	 */
	int updates() default -1;

	/**
	 * Return how many delete.
	 * @return the number; -1 for any
	 */
	int deletes() default -1;

	/**
	 * Return the database whose statements count.
	 * @return its alias; empty for all
	 */
	String database() default "";

}
