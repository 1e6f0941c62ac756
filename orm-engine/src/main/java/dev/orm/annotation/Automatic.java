package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.automatic.AutomaticValue;

/**
 * The engine sets the field, by a class that knows its next value. Put it on an
 * annotation of your own, which then stands for it, or on a field. Every write path
 * applies it, those of many rows included.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface Automatic {

	/**
	 * What knows the value: a bean if the application has one of this class, else made by
	 * its constructor without arguments.
	 * @return the class
	 */
	Class<? extends AutomaticValue<?>> by();

	/**
	 * Which writes set it.
	 * @return by default inserts
	 */
	On on() default On.INSERT;

	/** Which writes set a value; each includes those before it. */
	enum On {

		/** Inserts of any kind. */
		INSERT,

		/**
		 * Updates of instances by {@code save}, too, if the field is among those written.
		 */
		SAVE,

		/**
		 * Every update: of some fields only, {@code update} of a queryset, and the update
		 * of an upsert.
		 */
		UPDATE

	}

}
