package dev.orm.transaction;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import dev.orm.error.PrimaryUnavailableException;

/** Why a block is repeated. */
enum RetryReason {

	/** What was read has changed: SQLSTATE 40001. */
	SERIALIZATION(states("40001"::equals)),
	/** Each waited for the other: SQLSTATE 40P01. */
	DEADLOCK(states("40P01"::equals)),
	/** The server that was written to only reads: another one is the primary now. */
	PRIMARY(PrimaryUnavailableException.class::isInstance),
	/** The connection broke: SQLSTATE 08xxx, or the server ended the session. */
	CONNECTION(states((state) -> state.startsWith("08") || Set.of("57P01", "57P02", "57P03").contains(state))),
	/** What the application chose to repeat for. */
	OTHER((error) -> false);

	private final Predicate<Throwable> sign;

	RetryReason(Predicate<Throwable> sign) {
		this.sign = sign;
	}

	private static Predicate<Throwable> states(Predicate<String> wanted) {
		return (error) -> error instanceof SQLException cause && cause.getSQLState() != null
				&& wanted.test(cause.getSQLState());
	}

	static RetryReason of(Throwable error) {
		for (RetryReason reason : values()) {
			if (Causes.anyMatch(error, reason.sign)) {
				return reason;
			}
		}
		return OTHER;
	}

	/** Return the name as a tag of metrics. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
