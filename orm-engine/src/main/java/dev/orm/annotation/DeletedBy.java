package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who deleted the row, beside {@link SoftDelete}: a key, a name or, on a relation, an
 * instance. {@code CurrentUser} says who that is; NULL where nobody is known, and while
 * the row lives. The column takes NULL.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeletedBy {

}
