package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.automatic.CurrentUserValue;

/**
 * Set by every write to who writes, {@code update} of a queryset included.
 * {@code CurrentUser} says who that is; where nobody is known the field stays as it is.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Automatic(by = CurrentUserValue.class, on = Automatic.On.UPDATE)
public @interface UpdatedBy {

}
