package dev.orm.check;

import java.util.stream.Stream;

import dev.orm.meta.ModelRegistry;

/**
 * Looks for something odd about models: a bean of the application, or one of the
 * engine's. Thread-safe. Django's {@code @register} of system checks.
 */
@FunctionalInterface
public interface ModelCheck {

	/**
	 * Look at models.
	 * @param models the models
	 * @return what is odd; empty if nothing is
	 */
	Stream<Problem> check(ModelRegistry models);

}
