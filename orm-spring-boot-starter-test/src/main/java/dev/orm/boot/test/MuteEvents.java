package dev.orm.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.signal.ModelEvent;

/**
 * Events of instances reach no listener while a test runs, on its thread; hooks of models
 * run as always. On a method, or on a class for all its tests.
 */
@Documented
@Inherited
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
public @interface MuteEvents {

	/**
	 * Return which events.
	 * @return their classes; all by default
	 */
	@SuppressWarnings("rawtypes")
	Class<? extends ModelEvent>[] value() default {};

}
