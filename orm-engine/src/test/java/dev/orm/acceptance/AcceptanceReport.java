package dev.orm.acceptance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.acceptance.CaseOutcome.Status;

/**
 * The outcomes of a run.
 *
 * @param outcomes the outcomes, in the order of the cases
 * @param notes what else the reader must know, such as options of models.json that no
 * class can say
 */
record AcceptanceReport(List<CaseOutcome> outcomes, List<String> notes) {

	static final String OPTION = "UNSUPPORTED OPTION ";

	static final AcceptanceReport EMPTY = new AcceptanceReport(List.of(), List.of());

	AcceptanceReport {
		outcomes = List.copyOf(outcomes);
		notes = List.copyOf(notes);
	}

	/** All cases failed, as nothing could be run. */
	static AcceptanceReport broken(List<AcceptanceCase> cases, Throwable error) {
		IllegalStateException notRun = new IllegalStateException("not run");
		return new AcceptanceReport(
				cases.stream().map((acceptanceCase) -> CaseOutcome.broken(acceptanceCase, notRun)).toList(),
				List.of("NOTHING RUN " + Failure.answer(error)));
	}

	AcceptanceReport and(AcceptanceReport other) {
		List<CaseOutcome> all = new ArrayList<>(this.outcomes);
		all.addAll(other.outcomes);
		List<String> allNotes = new ArrayList<>(this.notes);
		allNotes.addAll(other.notes);
		return new AcceptanceReport(all, allNotes);
	}

	long count(Status status) {
		return this.outcomes.stream().filter((outcome) -> outcome.status() == status).count();
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>(this.notes);
		this.outcomes.stream()
			.filter((outcome) -> outcome.status() != Status.PASSED)
			.map(CaseOutcome::line)
			.forEach(lines::add);
		return lines;
	}

	String summary() {
		String cases = "%d passed, %d failed, %d unsupported".formatted(count(Status.PASSED), count(Status.FAILED),
				count(Status.UNSUPPORTED));
		long options = this.notes.stream().filter((note) -> note.startsWith(OPTION)).count();
		return (options == 0) ? cases : cases + ", %d unsupported options".formatted(options);
	}

}
