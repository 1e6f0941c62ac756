package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What happens to this row when the one it points to is deleted. Django's
 * {@code on_delete}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnDelete {

	/**
	 * Return the action.
	 * @return the action
	 */
	OnDeleteAction value();

	/**
	 * Return the key to store for {@link OnDeleteAction#SET}.
	 * @return the key as text
	 */
	String setValue() default "";

	/**
	 * Return what finds the key to store for {@link OnDeleteAction#SET}: a bean if the
	 * application has one of this class, else made by its constructor without arguments.
	 * @return the class; {@link SetKey} itself for none
	 */
	Class<? extends SetKey> by() default SetKey.class;

}
