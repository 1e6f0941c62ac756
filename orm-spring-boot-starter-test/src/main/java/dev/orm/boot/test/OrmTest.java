package dev.orm.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.execute.Database;
import dev.orm.observe.RepeatedQueries;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A test of models, managers and querysets: the ORM of the application and nothing else
 * of it, on a database of its own, in a transaction that is rolled back. Services are
 * added by {@code @Import}.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(OrmTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(OrmTypeExcludeFilter.class)
@AutoConfigureOrm
@ImportAutoConfiguration
public @interface OrmTest {

	/**
	 * Return the databases that the tests use.
	 * @return their aliases
	 */
	@AliasFor(annotation = AutoConfigureOrm.class)
	String[] databases() default Database.DEFAULT;

	/**
	 * Return how the tests leave them.
	 * @return how
	 */
	@AliasFor(annotation = AutoConfigureOrm.class)
	Reset reset() default Reset.ROLLBACK;

	/**
	 * Return what stands for replicas.
	 * @return what
	 */
	@AliasFor(annotation = AutoConfigureOrm.class)
	ReplicaUse replicas() default ReplicaUse.NONE;

	/**
	 * Return the fixtures that are loaded into the default database before the first
	 * test.
	 * @return the files, on the class path
	 */
	@AliasFor(annotation = AutoConfigureOrm.class)
	String[] fixtures() default {};

	/**
	 * Return what is done about queries that should have been one (N+1).
	 * @return what; {@code LOG} leaves it to {@code orm.repeated.mode} of the application
	 */
	@AliasFor(annotation = AutoConfigureOrm.class)
	RepeatedQueries.Mode repeated() default RepeatedQueries.Mode.LOG;

	/**
	 * Return properties of the application in the test.
	 * @return as {@code key=value}
	 */
	String[] properties() default {};

	/**
	 * Return whether managers are found without a filter.
	 * @return true if they are
	 */
	boolean useDefaultFilters() default true;

	/**
	 * Return which other components of the application take part.
	 * @return filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * Return which components do not.
	 * @return filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * Return auto-configuration that is left out.
	 * @return the classes
	 */
	@AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
	Class<?>[] excludeAutoConfiguration() default {};

}
