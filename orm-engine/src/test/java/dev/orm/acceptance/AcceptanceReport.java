package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.acceptance.CaseOutcome.Status;

/**
 * The outcomes of a run.
 *
 * @param outcomes the outcomes, in the order of the cases
 * @param options what models.json asks for that no class can say
 */
record AcceptanceReport(List<CaseOutcome> outcomes, List<String> options) {

	static final AcceptanceReport EMPTY = new AcceptanceReport(List.of(), List.of());

	AcceptanceReport {
		outcomes = List.copyOf(outcomes);
		options = List.copyOf(options);
	}

	/** All cases failed, as nothing could be run. */
	static AcceptanceReport broken(List<AcceptanceCase> cases, Throwable error) {
		return new AcceptanceReport(
				cases.stream().map((acceptanceCase) -> CaseOutcome.broken(acceptanceCase, error)).toList(), List.of());
	}

	AcceptanceReport and(AcceptanceReport other) {
		List<CaseOutcome> all = new ArrayList<>(this.outcomes);
		all.addAll(other.outcomes);
		List<String> allOptions = new ArrayList<>(this.options);
		allOptions.addAll(other.options);
		return new AcceptanceReport(all, allOptions);
	}

	long count(Status status) {
		return this.outcomes.stream().filter((outcome) -> outcome.status() == status).count();
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		this.options.forEach((option) -> lines.add("UNSUPPORTED OPTION " + option));
		this.outcomes.stream()
			.filter((outcome) -> outcome.status() != Status.PASSED)
			.map(CaseOutcome::line)
			.forEach(lines::add);
		return lines;
	}

	String summary() {
		String cases = "%d passed, %d failed, %d unsupported".formatted(count(Status.PASSED), count(Status.FAILED),
				count(Status.UNSUPPORTED));
		return this.options.isEmpty() ? cases : cases + ", %d unsupported options".formatted(this.options.size());
	}

}
