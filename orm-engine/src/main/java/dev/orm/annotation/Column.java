package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The column of a field. All parts are optional. */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Column {

	/**
	 * Return the column name.
	 * @return the name; the attribute name in snake case (and {@code _id} for a relation)
	 * if empty
	 */
	String name() default "";

	/**
	 * Return the length of a {@code varchar}.
	 * @return characters; zero for {@code text}
	 */
	int length() default 0;

	/**
	 * Return the digits of a {@code numeric}.
	 * @return all digits; zero for an unbounded number
	 */
	int precision() default 0;

	/**
	 * Return the digits after the point of a {@code numeric}.
	 * @return the digits
	 */
	int scale() default 0;

	/**
	 * Return whether the column takes NULL.
	 * @return true if it does; a field marked {@code @Nullable} does too
	 */
	boolean nullable() default false;

	/**
	 * Return whether the value is unique.
	 * @return true if it is
	 */
	boolean unique() default false;

	/**
	 * Return whether the column has an index of its own.
	 * @return true if it has
	 */
	boolean index() default false;

	/**
	 * Return the default, as text, of an attribute that is null at the insert.
	 * @return the text; empty for no default
	 */
	String defaultValue() default "";

	/**
	 * Return the column type, where the Java type does not tell.
	 * @return a PostgreSQL type name such as {@code jsonb} or {@code tsvector}; empty for
	 * the natural type
	 */
	String type() default "";

	/**
	 * Return the type below a domain of the database, where {@link #type} names one:
	 * {@code @Column(type = "email", base = "text")}.
	 * @return a PostgreSQL type name; empty if the column's type is no domain
	 */
	String base() default "";

	/**
	 * Return the expression the database gives new rows that say nothing. An attribute
	 * that is null at the insert leaves the column out, and gets the value back. Django's
	 * {@code db_default}.
	 * @return an SQL expression such as {@code 0}, {@code 'draft'} or {@code now()};
	 * empty for none
	 */
	String dbDefault() default "";

	/**
	 * Return what people should know of the column, kept by the database. Django's
	 * {@code db_comment}.
	 * @return the comment; empty for none
	 */
	String comment() default "";

	/**
	 * Return the collation of a column of texts. Django's {@code db_collation}.
	 * @return its name, such as {@code de-x-icu}; empty for that of the database
	 */
	String collation() default "";

	/**
	 * Return whether the database enforces what is said of the values: the choices, and
	 * {@code @Min @Max @DecimalMin @DecimalMax @Positive @PositiveOrZero @Negative @NegativeOrZero @Size(min)}.
	 * @return true for a CHECK constraint
	 */
	boolean checked() default false;

}
