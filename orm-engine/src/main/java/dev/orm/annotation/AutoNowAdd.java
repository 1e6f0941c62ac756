package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.automatic.CurrentTime;

/** Set to the current time by the insert. Django's {@code auto_now_add}. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Automatic(by = CurrentTime.class)
public @interface AutoNowAdd {

}
