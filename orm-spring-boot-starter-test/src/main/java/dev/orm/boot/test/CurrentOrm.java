package dev.orm.boot.test;

import dev.orm.Orm;
import org.jspecify.annotations.Nullable;

/** The ORM of the test that the thread runs, for what is kept in constants. */
final class CurrentOrm {

	private static final ThreadLocal<@Nullable Orm> CURRENT = new ThreadLocal<>();

	private CurrentOrm() {
	}

	static Orm get() {
		Orm orm = CURRENT.get();
		if (orm == null) {
			throw new IllegalStateException("No test runs on this thread. hint: a factory makes rows in methods of "
					+ "tests with @OrmTest or @AutoConfigureOrm, on their own thread");
		}
		return orm;
	}

	static void set(Orm orm) {
		CURRENT.set(orm);
	}

	static void remove() {
		CURRENT.remove();
	}

}
