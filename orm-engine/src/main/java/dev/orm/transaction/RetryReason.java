package dev.orm.transaction;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Why a block is repeated. */
enum RetryReason {

	/** What was read has changed: SQLSTATE 40001. */
	SERIALIZATION("40001"::equals),
	/** Each waited for the other: SQLSTATE 40P01. */
	DEADLOCK("40P01"::equals),
	/** The connection broke: SQLSTATE 08xxx, or the server ended the session. */
	CONNECTION((state) -> state.startsWith("08") || Set.of("57P01", "57P02", "57P03").contains(state)),
	/** What the application chose to repeat for. */
	OTHER((state) -> false);

	private final Predicate<String> states;

	RetryReason(Predicate<String> states) {
		this.states = states;
	}

	static RetryReason of(Throwable error) {
		for (RetryReason reason : values()) {
			if (Causes.anyMatch(error, reason::isSaidBy)) {
				return reason;
			}
		}
		return OTHER;
	}

	private boolean isSaidBy(Throwable error) {
		return error instanceof SQLException cause && cause.getSQLState() != null
				&& this.states.test(cause.getSQLState());
	}

	/** Return the name as a tag of metrics. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
