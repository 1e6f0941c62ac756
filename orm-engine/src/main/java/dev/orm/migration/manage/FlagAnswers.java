package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.ddl.Fills;
import dev.orm.migration.detect.Questions;
import dev.orm.migration.detect.RenameCandidate;
import dev.orm.migration.detect.SaidChanges;
import dev.orm.migration.model.ColumnPlaces;
import dev.orm.schema.Column;
import dev.orm.schema.ObjectId;
import dev.orm.schema.ObjectKind;

/**
 * Answers from flags first, then from the terminal. Where nobody is there, the open
 * questions are collected with the flags that would answer them. Used by one thread.
 */
final class FlagAnswers implements Questions {

	private final SaidChanges said;

	private final Map<ObjectId, Optional<ObjectId>> renamed = new HashMap<>();

	private final Map<ObjectId, String> filled = new HashMap<>();

	private final List<String> open = new ArrayList<>();

	private final List<ObjectId> openRenames = new ArrayList<>();

	private final Terminal terminal;

	private final ColumnPlaces places;

	FlagAnswers(SaidChanges said, Terminal terminal, ColumnPlaces places) {
		this.said = said;
		this.terminal = terminal;
		this.places = places;
	}

	/** What is known of columns no flag speaks of: a flag comes first. */
	Map<ObjectId, String> unsaid(Map<ObjectId, String> known) {
		Map<ObjectId, String> unsaid = new HashMap<>(known);
		unsaid.keySet().removeAll(this.said.fills().keySet());
		return unsaid;
	}

	/** The fills, with what columns that go get when an undo brings them back. */
	Fills withGone(Fills known) {
		Map<ObjectId, String> all = new HashMap<>(known.expressions());
		this.said.fills().forEach((column, fill) -> {
			if (this.said.isKnown(column)) {
				all.putIfAbsent(column, fill);
			}
		});
		return new Fills(all);
	}

	/** The questions nobody answered. */
	List<String> open() {
		return this.open;
	}

	@Override
	public Optional<ObjectId> said(ObjectId now) {
		return this.said.renamed(now);
	}

	@Override
	public Optional<ObjectId> renamedFrom(ObjectId added, List<RenameCandidate> candidates) {
		if (!this.renamed.containsKey(added)) {
			this.renamed.put(added, answer(added, candidates));
		}
		return this.renamed.get(added);
	}

	private Optional<ObjectId> answer(ObjectId added, List<RenameCandidate> candidates) {
		List<RenameCandidate> left = candidates.stream()
			.filter((candidate) -> !this.said.isSettled(candidate.id()))
			.toList();
		Optional<ObjectId> answer = left.isEmpty() ? Optional.empty() : ask(added, left);
		answer.filter((from) -> from.kind() == ObjectKind.TABLE)
			.ifPresent((from) -> this.said.moved(Map.of(from.name(), added.name())));
		return answer;
	}

	private Optional<ObjectId> ask(ObjectId added, List<RenameCandidate> candidates) {
		String gone = candidates.stream()
			.map((candidate) -> candidate.id().name())
			.collect(Collectors.joining(" and "));
		String where = (added.kind() == ObjectKind.COLUMN) ? added.table() + ": column " : "table ";
		StringBuilder text = new StringBuilder(where + added.name() + " is new, " + gone
				+ ((candidates.size() > 1) ? " are gone. Is " : " is gone. Is ") + added.name() + "\n");
		for (int i = 0; i < candidates.size(); i++) {
			RenameCandidate candidate = candidates.get(i);
			text.append("  %d) %s renamed     %s%n".formatted(i + 1, candidate.id().name(), description(candidate)));
		}
		text.append("  %d) new; %s is dropped with its data%n".formatted(candidates.size() + 1, gone));
		Optional<Integer> answer = choose(text.toString(), candidates.size() + 1);
		if (answer.isEmpty()) {
			this.openRenames.add(added);
			this.open.add("is %s the renamed %s?  say  %s   or   %s".formatted(added.path(), gone,
					candidates.stream()
						.map((candidate) -> this.terminal.option("rename", candidate.id().path() + ":" + added.name()))
						.collect(Collectors.joining("   or   ")),
					candidates.stream()
						.map((candidate) -> this.terminal.option("drop", candidate.id().path()))
						.collect(Collectors.joining(" "))));
		}
		return answer.filter((number) -> number <= candidates.size()).map((number) -> candidates.get(number - 1).id());
	}

	private static String description(RenameCandidate candidate) {
		List<String> parts = new ArrayList<>(List.of(candidate.definition()));
		candidate.reasons().stream().filter((reason) -> !parts.contains(reason)).forEach(parts::add);
		return String.join(", ", parts);
	}

	private Optional<Integer> choose(String text, int choices) {
		for (String prompt = text;; prompt = "a number from 1 to %d, please%n".formatted(choices)) {
			Optional<String> answer = this.terminal.ask(prompt);
			if (answer.isEmpty()) {
				return Optional.empty();
			}
			if (answer.get().matches("\\d{1,3}")) {
				int number = Integer.parseInt(answer.get());
				if (number >= 1 && number <= choices) {
					return Optional.of(number);
				}
			}
		}
	}

	@Override
	public String fill(Column column, boolean added) {
		String said = this.said.fills().get(column.id());
		if (said != null || this.openRenames.contains(column.id())) {
			return (said != null) ? said : Fills.NO_ROW;
		}
		return this.filled.computeIfAbsent(column.id(), (id) -> answer(column, added));
	}

	private String answer(Column column, boolean added) {
		String path = column.id().path();
		String place = this.places.of(column.id());
		String text = """
				%s %s%s (%s).
				  1) fill existing rows with one value (SQL expression)      3) make it nullable: %s, then run again
				  2) fill them by a query of yours (opens a data step)       4) quit
				%s""".formatted(column.table(),
				added ? "has no value for its new column " : "may have rows without " + "a value for ",
				column.name() + " " + column.definition(), place, this.places.nullable(column.id()),
				added ? "" : "  5) no row is without a value\n");
		return choose(text, added ? 4 : 5).map((number) -> filled(number)).orElseGet(() -> {
			this.open.add("value of %s.  say  %s   or   %s".formatted(path,
					this.terminal.option("fill", path + "=" + Fills.neutral(column.type()).orElse("expression")),
					this.terminal.option("fill", path + "=" + Fills.BY_QUERY)));
			return Fills.NO_ROW;
		});
	}

	private String filled(int number) {
		return switch (number) {
			case 1 -> expression();
			case 2 -> Fills.BY_QUERY;
			case 5 -> Fills.NO_ROW;
			default -> throw new CommandException(ExitCode.TO_DO, "nothing is written");
		};
	}

	private String expression() {
		Optional<String> answer = this.terminal.ask("expression: ");
		while (answer.filter(String::isBlank).isPresent()) {
			answer = this.terminal.ask("an SQL expression, please: ");
		}
		return answer.orElse(Fills.NO_ROW);
	}

}
