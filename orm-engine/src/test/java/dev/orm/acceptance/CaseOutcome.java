package dev.orm.acceptance;

import java.util.List;

/**
 * How a case went.
 *
 * @param acceptanceCase the case
 * @param status whether it passed
 * @param expected the expected answer, or the part that differs
 * @param actual the answer got; what is missing where the case is not supported
 * @param statements the SQL statements sent
 */
record CaseOutcome(AcceptanceCase acceptanceCase, Status status, String expected, String actual,
		List<String> statements) {

	private static final int LONGEST = 1500;

	static CaseOutcome passed(AcceptanceCase acceptanceCase) {
		return new CaseOutcome(acceptanceCase, Status.PASSED, "", "", List.of());
	}

	/** A case that asks for what the runner, or the library, does not have. */
	static CaseOutcome unsupported(AcceptanceCase acceptanceCase, String missing) {
		return new CaseOutcome(acceptanceCase, Status.UNSUPPORTED, "", missing, List.of());
	}

	/** A case that could not be run to its end. */
	static CaseOutcome broken(AcceptanceCase acceptanceCase, Throwable error) {
		return new CaseOutcome(acceptanceCase, Status.FAILED, acceptanceCase.expected().toString(),
				Failure.answer(error).toString(), List.of());
	}

	/** One line that says what went wrong. */
	String line() {
		if (this.status == Status.UNSUPPORTED) {
			return "UNSUPPORTED " + this.acceptanceCase.id() + " " + this.actual;
		}
		return "FAILED " + this.acceptanceCase.id() + " expected: " + shortened(this.expected) + " got: "
				+ shortened(this.actual) + " SQL: " + shortened(String.join("; ", this.statements));
	}

	private static String shortened(String text) {
		String line = text.replaceAll("\\s+", " ");
		return (line.length() <= LONGEST) ? line
				: line.substring(0, LONGEST) + "... (" + line.length() + " characters)";
	}

	/** What may come of a case. */
	enum Status {

		/** The answer is the expected one. */
		PASSED,
		/** The answer is another one. */
		FAILED,
		/** The public API cannot express the case. */
		UNSUPPORTED

	}

}
