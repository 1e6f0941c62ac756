package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The primary key, or a part of it where several fields carry it. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Id {

	/**
	 * Return who makes the value.
	 * @return who; integers are identity columns by default, everything else is assigned
	 */
	Generated generated() default Generated.DEFAULT;

	/** Who makes the key. */
	enum Generated {

		/** Identity for integer types of a single-column key, assigned for all others. */
		DEFAULT,
		/** The column is an identity. */
		IDENTITY,
		/** The caller sets the key. */
		ASSIGNED,
		/** The engine makes a time-ordered UUID before the insert. */
		UUID

	}

}
