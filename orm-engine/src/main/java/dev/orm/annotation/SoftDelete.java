package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * When the row was deleted; NULL while it lives. Deletes mark rows by the time instead of
 * removing them, and queries do not see what is marked (scope {@code deleted}). On an
 * {@code Instant}, whose column takes NULL. Unique attributes of the table are unique
 * among the rows that live.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SoftDelete {

}
