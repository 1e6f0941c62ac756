package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.Renumbered;
import dev.orm.migration.apply.Rollback;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.plan.MigrationPlan;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import dev.orm.schema.Table;

/** Brings a database to a version, forward or back. */
final class Migrate implements Command {

	private static final String ZERO = "zero";

	@Override
	public String name() {
		return "migrate";
	}

	@Override
	public String summary() {
		return "brings the database to the newest version, or to one that is named";
	}

	@Override
	public List<String> flags() {
		return List.of("plan", "check", "fake", "fake-initial", "accept-loss", "prune", "sql");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
		if (arguments.has("sql") && !arguments.has("plan")) {
			throw new CommandException(ExitCode.USAGE,
					"%s shows what %s is about: migrate %s %s".formatted(terminal.option("sql", ""),
							terminal.option("plan", ""), terminal.option("plan", ""), terminal.option("sql", "")));
		}
		if (arguments.has("check")) {
			return check(migrator, terminal);
		}
		if (arguments.has("prune")) {
			return prune(migrator, terminal);
		}
		Optional<String> word = arguments.word(0);
		Version target = word.map((text) -> version(migrator, text)).orElse(newest(migrator));
		boolean back = word.isPresent() && target.compareTo(migrator.version()) < 0;
		if (arguments.has("fake")) {
			return fake(migrator, target, back, terminal);
		}
		if (back) {
			return back(arguments, migrator, target, terminal);
		}
		if (arguments.has("plan")) {
			return plan(arguments, migrator, target, terminal);
		}
		if (arguments.has("fake-initial")) {
			fakeInitial(migrator, terminal);
		}
		return forward(migrator, word.isPresent() ? Optional.of(target) : Optional.empty(), terminal);
	}

	private static Version newest(Migrator migrator) {
		return migrator.status()
			.stream()
			.map((status) -> new Version(status.version()))
			.max(Version::compareTo)
			.orElse(Version.ZERO);
	}

	private static Version version(Migrator migrator, String text) {
		if (text.equals(ZERO)) {
			return Version.ZERO;
		}
		List<MigrationStatus> all = migrator.status();
		return all.stream()
			.filter((status) -> isCalled(status, text))
			.map((status) -> new Version(status.version()))
			.findFirst()
			.or(() -> migrator.baseline().filter((version) -> isNumber(version, text)))
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "%s is no migration.".formatted(text), UnknownName
				.of("", text, Stream.concat(all.stream().map(MigrationStatus::title), Stream.of("zero")).toList())));
	}

	private static boolean isCalled(MigrationStatus status, String text) {
		return status.title().equals(text) || status.title().endsWith("__" + text)
				|| isNumber(new Version(status.version()), text);
	}

	private static boolean isNumber(Version version, String text) {
		String plain = text.startsWith("V") ? text.substring(1) : text;
		return plain.matches("\\d+([._]\\d+)*") && new Version(plain).isSame(version);
	}

	private static ExitCode check(Migrator migrator, Terminal terminal) {
		List<MigrationStatus> pending = new ArrayList<>();
		migrator.libraries()
			.values()
			.forEach((library) -> pending.addAll(MigrationPlan.pending(library, newest(library))));
		pending.addAll(MigrationPlan.pending(migrator, newest(migrator)));
		pending.forEach((status) -> terminal.say("  pending  " + status.title()));
		return pending.isEmpty() ? ExitCode.FINE : ExitCode.TO_DO;
	}

	private static ExitCode prune(Migrator migrator, Terminal terminal) {
		List<String> forgotten = migrator.prune();
		forgotten.forEach((title) -> terminal.say("  forgotten: " + title));
		if (forgotten.isEmpty()) {
			terminal.say("  nothing to prune");
		}
		return ExitCode.FINE;
	}

	private static ExitCode plan(Arguments arguments, Migrator migrator, Version target, Terminal terminal) {
		int pending = 0;
		for (Map.Entry<String, Migrator> library : migrator.libraries().entrySet()) {
			pending += planned(arguments, library.getValue(), newest(library.getValue()), library.getKey(), terminal);
		}
		migrator.renumbered().forEach((moved) -> terminal.say("  re-recorded without running: " + moved));
		pending += planned(arguments, migrator, target, (pending > 0) ? "application" : "", terminal);
		terminal.say((pending == 0) ? "  nothing is pending" : "  %d pending".formatted(pending));
		return ExitCode.FINE;
	}

	/** Say what would run of one set, under its name. */
	private static int planned(Arguments arguments, Migrator migrator, Version target, String name, Terminal terminal) {
		List<MigrationStatus> pending = MigrationPlan.pending(migrator, target);
		List<String> lines = new MigrationPlan(migrator, arguments.has("sql")).forward(pending);
		if (!lines.isEmpty() && !name.isEmpty()) {
			terminal.say("  " + name + ":");
		}
		lines.forEach(terminal::say);
		return pending.size();
	}

	private static ExitCode forward(Migrator migrator, Optional<Version> target, Terminal terminal) {
		Set<String> before = applied(migrator);
		for (Renumbered moved : migrator.renumber()) {
			terminal.say("  re-recorded: " + moved);
			before.add(moved.now());
		}
		List<String> waiting = MigrationPlan.pending(migrator, newest(migrator))
			.stream()
			.filter(MigrationStatus::baseline)
			.map(MigrationStatus::title)
			.toList();
		target.ifPresentOrElse(migrator::migrate, migrator::migrate);
		List<MigrationStatus> ran = migrator.status()
			.stream()
			.filter((status) -> status.state() == State.APPLIED && !before.contains(status.title()))
			.toList();
		ran.forEach((status) -> terminal.say("  %s   done in %d ms".formatted(status.title(), status.milliseconds())));
		waiting.forEach((title) -> terminal.say("  %s   done".formatted(title)));
		if (ran.isEmpty() && waiting.isEmpty()) {
			terminal.say("  no migrations to apply");
		}
		return ExitCode.FINE;
	}

	private static Set<String> applied(Migrator migrator) {
		return new HashSet<>(migrator.status()
			.stream()
			.filter((status) -> status.state() == State.APPLIED)
			.map(MigrationStatus::title)
			.toList());
	}

	private static ExitCode back(Arguments arguments, Migrator migrator, Version target, Terminal terminal) {
		List<Rollback> plan = migrator.rollbacks(target);
		for (Rollback rollback : plan) {
			terminal.say("  undo " + rollback.title() + losses(rollback));
			if (arguments.has("plan")) {
				new MigrationPlan(migrator, arguments.has("sql")).back(rollback).forEach(terminal::say);
			}
		}
		if (arguments.has("plan")) {
			return ExitCode.FINE;
		}
		boolean loses = plan.stream().anyMatch((rollback) -> !rollback.losses().isEmpty());
		if (loses && !arguments.has("accept-loss")) {
			Optional<String> answer = terminal.ask("type  yes  to lose them ");
			if (answer.isEmpty()) {
				terminal.say("cannot ask.  say  " + terminal.option("accept-loss", ""));
				return ExitCode.UNANSWERED;
			}
			if (!answer.get().equals("yes")) {
				return ExitCode.TO_DO;
			}
		}
		migrator.rollBack(target)
			.forEach((done) -> terminal.say("  %s   taken back in %d ms".formatted(done.title(), done.milliseconds())));
		return ExitCode.FINE;
	}

	private static String losses(Rollback rollback) {
		return rollback.losses()
			.stream()
			.map((loss) -> loss.object().table().isEmpty()
					? "%s (%d rows)".formatted(loss.object().path(), loss.values())
					: "%s (%d values that are not null)".formatted(loss.object().path(), loss.values()))
			.collect(Collectors.collectingAndThen(Collectors.toList(),
					(texts) -> texts.isEmpty() ? "" : "   loses " + String.join(", ", texts)));
	}

	private static ExitCode fake(Migrator migrator, Version target, boolean back, Terminal terminal) {
		List<String> recorded = back ? migrator.fakeBack(target) : migrator.fake(target);
		String what = back ? "  recorded as taken back: " : "  recorded without running: ";
		terminal.say(recorded.isEmpty() ? "  nothing to record" : what + String.join(", ", recorded));
		if (migrator.hasJournal()) {
			Drift.report(migrator.drift(), terminal);
		}
		return ExitCode.FINE;
	}

	/**
	 * Record the first migration where its tables are there already, and nothing else.
	 */
	private static void fakeInitial(Migrator migrator, Terminal terminal) {
		JournalEntry first = migrator.journal()
			.entries()
			.stream()
			.filter((entry) -> entry.version() != null)
			.findFirst()
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "there is no migration in the journal"));
		boolean pending = MigrationPlan.pending(migrator, first.number()).size() == 1;
		if (!pending) {
			return;
		}
		Schema expected = migrator.journal().at(first.number());
		Difference difference = migrator.drift(expected);
		boolean nothingThere = expected.all(Table.class)
			.stream()
			.allMatch((table) -> difference.changes().contains(new Change.Add(table)));
		if (nothingThere) {
			return;
		}
		if (!difference.isEmpty()) {
			difference.changes().forEach((change) -> terminal.say(change.describe().indent(2).stripTrailing()));
			throw new CommandException(ExitCode.CONFLICT,
					"the database is not what %s makes: the lines above would bring it there".formatted(first));
		}
		terminal.say("  recorded without running: " + String.join(", ", migrator.fake(first.number())));
	}

}
