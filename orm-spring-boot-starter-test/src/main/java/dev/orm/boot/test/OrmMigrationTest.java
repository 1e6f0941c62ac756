package dev.orm.boot.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.execute.Database;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of migrations: each method gets an empty database of the embedded PostgreSQL, in
 * which nothing has run. No application is started. Parameters of the methods may be
 * {@link Migrations}, a {@code JdbcClient} and a {@code DataSource} of that database.
 *
 * @since 0.1.0
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(MigrationTestExtension.class)
public @interface OrmMigrationTest {

	/**
	 * Return the database whose migrations are tested.
	 * @return its alias
	 */
	String database() default Database.DEFAULT;

	/**
	 * Return where the migrations are, as Flyway names it.
	 * @return the places; none for {@code classpath:db/migration}, or
	 * {@code classpath:db/archive/migration} for the database {@code archive}
	 */
	String[] locations() default {};

}
