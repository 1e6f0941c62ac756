package dev.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The group that the models of a package and of those below it belong to, on its
 * {@code package-info}; the nearest one upwards counts. It tells apart models of one
 * simple name ({@code billing.Address}, {@code shipping.Address}) and names the tables
 * that have no name of their own ({@code billing_address}). Django's app and its label.
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ModelGroup {

	/**
	 * Return the name of the group.
	 * @return a Java identifier; the last part of the package's name if empty
	 */
	String name() default "";

	/**
	 * Return what the names of tables begin with that have no name of their own.
	 * @return the prefix; the group's name and an underscore if empty
	 */
	String tablePrefix() default "";

	/**
	 * Return the schema of the tables that say none.
	 * @return the schema; empty for the one the connection's search path finds
	 */
	String schema() default "";

	/**
	 * Return the database of the tables that say none.
	 * @return the alias of a database; empty for the default one
	 */
	String database() default "";

	/**
	 * Return the name of the ways back by relations of its models, where neither they nor
	 * {@link Table#defaultRelatedName()} give one.
	 * @return the name, with placeholders as in {@link RelatedName}; the rule's if empty
	 */
	String defaultRelatedName() default "";

}
