package dev.orm.boot.test;

import dev.orm.observe.QueryLog;

/**
 * Assertions about what the ORM did.
 *
 * @since 0.1.0
 */
public final class OrmAssertions {

	private OrmAssertions() {
	}

	/**
	 * Say something about the statements of a log.
	 * @param log the log
	 * @return assertions
	 */
	public static QueryLogAssert assertThat(QueryLog log) {
		return new QueryLogAssert(log);
	}

}
