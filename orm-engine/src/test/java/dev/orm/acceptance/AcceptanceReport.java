package dev.orm.acceptance;

import java.util.List;

import dev.orm.acceptance.CaseOutcome.Status;

/**
 * The outcomes of a run.
 *
 * @param outcomes the outcomes, in the order of the cases
 */
record AcceptanceReport(List<CaseOutcome> outcomes) {

	AcceptanceReport {
		outcomes = List.copyOf(outcomes);
	}

	long count(Status status) {
		return this.outcomes.stream().filter((outcome) -> outcome.status() == status).count();
	}

	List<String> lines() {
		return this.outcomes.stream()
			.filter((outcome) -> outcome.status() != Status.PASSED)
			.map(CaseOutcome::line)
			.toList();
	}

	String summary() {
		return "%d passed, %d failed, %d unsupported".formatted(count(Status.PASSED), count(Status.FAILED),
				count(Status.UNSUPPORTED));
	}

}
