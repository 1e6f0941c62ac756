package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.automatic.SlugText;

/**
 * A short text for addresses, made of another attribute by
 * {@link dev.orm.automatic.Slugs#of} when a row is inserted and the field is blank. On a
 * unique column a number tells it from those that are taken: {@code blue-note},
 * {@code blue-note-2}. The column is a {@code varchar(50)} with an index, unless
 * {@code @Column} says otherwise. Django's {@code SlugField}, which leaves the filling to
 * others.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Automatic(by = SlugText.class)
public @interface Slug {

	/**
	 * What it is made of.
	 * @return the name of an attribute of the model, a text
	 */
	String from();

}
