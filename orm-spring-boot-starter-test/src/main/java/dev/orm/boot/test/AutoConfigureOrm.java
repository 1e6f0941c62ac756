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
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Adds the ORM on databases of the test's own to a test: to another slice, or to
 * {@code @SpringBootTest}.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ImportAutoConfiguration
@ExtendWith(OrmParameters.class)
@ResourceLock(providers = DatabaseLocks.class)
public @interface AutoConfigureOrm {

	/**
	 * Return the databases that the tests use. A statement to another one is refused.
	 * Django's {@code databases}.
	 * @return their aliases
	 */
	String[] databases() default Database.DEFAULT;

	/**
	 * Return how the tests leave them.
	 * @return how
	 */
	Reset reset() default Reset.ROLLBACK;

	/**
	 * Return what stands for replicas.
	 * @return what
	 */
	ReplicaUse replicas() default ReplicaUse.NONE;

	/**
	 * Return the fixtures that are loaded into the default database before the first
	 * test.
	 * @return the files, on the class path
	 */
	String[] fixtures() default {};

	/**
	 * Return what is done about queries that should have been one (N+1).
	 * @return what; {@code LOG} leaves it to {@code orm.repeated.mode} of the application
	 */
	RepeatedQueries.Mode repeated() default RepeatedQueries.Mode.LOG;

}
