package dev.orm.boot.autoconfigure;

import dev.orm.OrmBuilder;

/**
 * Changes how the auto-configured {@code Orm} is built. Beans of this type are called in
 * their order, after the properties and the application's factories have been applied.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface OrmBuilderCustomizer {

	/**
	 * Change the builder.
	 * @param builder the builder of the application's {@code Orm}
	 */
	void customize(OrmBuilder builder);

}
