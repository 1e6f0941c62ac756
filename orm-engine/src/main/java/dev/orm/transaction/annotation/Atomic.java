package dev.orm.transaction.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.orm.transaction.Isolation;

/**
 * Runs a method, or each public method of a class, as a block of
 * {@link dev.orm.transaction.Atomic}: a transaction, or a savepoint inside one. Django's
 * {@code @transaction.atomic}.
 *
 * <p>
 * Unlike {@code @Transactional} it rolls back on checked exceptions, too, can be durable,
 * and can be repeated. Calls go through Spring's proxy, so that a call of a method of the
 * same object, a private or a final one runs without a block. The block ends when the
 * method returns, also where it returns a future.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Atomic {

	/**
	 * Return the alias of the database.
	 * @return the alias
	 */
	String value() default "default";

	/**
	 * Return what the statements of the block are called in metrics and spans, unless
	 * they have names of their own. Use few.
	 * @return the name, such as {@code order.close}; empty for none
	 */
	String name() default "";

	/**
	 * Return whether the block must be the outermost, so that its end is a commit. Inside
	 * any transaction of the database it is refused.
	 * @return true if so
	 */
	boolean durable() default false;

	/**
	 * Return whether the block, inside another, has a savepoint of its own.
	 * @return false to let its failure condemn the other
	 */
	boolean savepoint() default true;

	/**
	 * Return whether the transaction only reads. Of an outermost block.
	 * @return true if so
	 */
	boolean readOnly() default false;

	/**
	 * Return what the transaction sees of others. Of an outermost block.
	 * @return the level
	 */
	Isolation isolation() default Isolation.DEFAULT;

	/**
	 * Return how long the transaction may take. Of an outermost block.
	 * @return the time in seconds; 0 for any
	 */
	int timeout() default 0;

	/**
	 * Return how often the method is called again when the database gave up the
	 * transaction for others' sake: see {@link dev.orm.transaction.Retry}. Of an
	 * outermost block.
	 * @return the number, after the first call
	 */
	int retries() default 0;

	/**
	 * Return the exceptions that do not roll back, with all below them.
	 * @return the classes
	 */
	Class<? extends Throwable>[] noRollbackFor() default {};

}
