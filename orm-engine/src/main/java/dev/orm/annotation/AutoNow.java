package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.automatic.CurrentTime;

/** Set to the current time by every save. Django's {@code auto_now}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Automatic(by = CurrentTime.class, on = Automatic.On.SAVE)
public @interface AutoNow {

	/**
	 * Whether every write sets it, {@code update} of a queryset, {@code bulkUpdate} and
	 * upserts included.
	 * @return false by default, as in Django
	 */
	boolean updates() default false;

}
