package dev.orm.migration.manage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.error.detail.UnknownName;
import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.apply.Renumbered;
import dev.orm.migration.apply.Rollback;
import dev.orm.migration.detect.Difference;
import dev.orm.migration.ddl.ViolatingRows;
import dev.orm.migration.lint.PlannedLocks;
import dev.orm.schema.Change;
import dev.orm.schema.Column;
import dev.orm.schema.Raw;
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
		return List.of("plan", "check", "fake", "fake-initial", "accept-loss", "prune");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
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
			return plan(migrator, target, terminal);
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

	private static List<MigrationStatus> pending(Migrator migrator, Version target) {
		return migrator.status()
			.stream()
			.filter((status) -> status.state() == State.PENDING)
			.filter((status) -> new Version(status.version()).compareTo(target) <= 0)
			.toList();
	}

	private static ExitCode check(Migrator migrator, Terminal terminal) {
		List<MigrationStatus> pending = new ArrayList<>();
		migrator.libraries().values().forEach((library) -> pending.addAll(pending(library, newest(library))));
		pending.addAll(pending(migrator, newest(migrator)));
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

	private static ExitCode plan(Migrator migrator, Version target, Terminal terminal) {
		migrator.renumbered().forEach((moved) -> terminal.say("  re-recorded without running: " + moved));
		List<MigrationStatus> pending = pending(migrator, target);
		Journal journal = migrator.journal();
		PlannedLocks planned = new PlannedLocks(migrator.rowCounts());
		for (MigrationStatus status : pending) {
			Schema before = journal.at(previous(migrator, status));
			terminal.say("  " + status.title());
			journal.migration(new Version(status.version())).ifPresent((entry) -> {
				entry.changes().forEach((change) -> terminal.say(change.describe().indent(6).stripTrailing()));
				planned.lines(before, entry.changes()).forEach((line) -> terminal.say("      " + line));
				violating(migrator, entry.changes()).forEach((line) -> terminal.say("      " + line));
				inTheWay(migrator, entry.changes()).forEach((line) -> terminal.say("      " + line));
			});
		}
		terminal.say(pending.isEmpty() ? "  nothing is pending" : "  %d pending".formatted(pending.size()));
		return ExitCode.FINE;
	}

	/**
	 * The rows that are there now on which a change would fail, with the query that finds
	 * them.
	 */
	private static List<String> violating(Migrator migrator, List<Change> changes) {
		List<String> lines = new ArrayList<>();
		for (Change change : changes) {
			ViolatingRows.of(change)
				.ifPresent((rows) -> migrator.count(rows.sql())
					.filter((number) -> number > 0)
					.ifPresent((number) -> lines
						.add("fails: %d rows %s.   %s".formatted(number, rows.what(), rows.sql()))));
		}
		return lines;
	}

	/** The views that are there now and that no change takes away before. */
	private static Set<String> inTheWay(Migrator migrator, List<Change> changes) {
		List<Raw> dropped = changes.stream()
			.filter((change) -> change instanceof Change.Remove removed && removed.object() instanceof Raw)
			.map((change) -> (Raw) ((Change.Remove) change).object())
			.toList();
		Set<String> lines = new LinkedHashSet<>();
		changes.stream().filter(Migrate::isRefusedWhileRead).forEach((change) -> {
			for (String view : migrator.viewsOn(change.id())) {
				if (dropped.stream().noneMatch((raw) -> raw.create().contains(view.replace("\"", "")))) {
					lines.add(
							"fails: view %s reads %s.   drop it before and make it again after, or declare it by meta.raw(name, create, drop)"
								.formatted(view, change.id().path()));
				}
			}
		});
		return lines;
	}

	private static boolean isRefusedWhileRead(Change change) {
		if (change instanceof Change.Replace replaced) {
			return replaced.before() instanceof Column before && replaced.after() instanceof Column after
					&& !before.type().equals(after.type());
		}
		return change instanceof Change.Remove removed
				&& (removed.object() instanceof Column || removed.object() instanceof Table);
	}

	private static Version previous(Migrator migrator, MigrationStatus status) {
		Version version = new Version(status.version());
		return migrator.journal()
			.migrations()
			.stream()
			.map(JournalEntry::number)
			.filter((other) -> other.compareTo(version) < 0)
			.max(Version::compareTo)
			.orElse(Version.ZERO);
	}

	private static ExitCode forward(Migrator migrator, Optional<Version> target, Terminal terminal) {
		Set<String> before = applied(migrator);
		for (Renumbered moved : migrator.renumber()) {
			terminal.say("  re-recorded: " + moved);
			before.add(moved.now());
		}
		target.ifPresentOrElse(migrator::migrate, migrator::migrate);
		List<MigrationStatus> ran = migrator.status()
			.stream()
			.filter((status) -> status.state() == State.APPLIED && !before.contains(status.title()))
			.toList();
		ran.forEach((status) -> terminal.say("  %s   done in %d ms".formatted(status.title(), status.milliseconds())));
		if (ran.isEmpty()) {
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
		migrator.rollBack(target).forEach((title) -> terminal.say("  " + title + "   taken back"));
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
			.migrations()
			.stream()
			.findFirst()
			.orElseThrow(() -> new CommandException(ExitCode.USAGE, "there is no migration in the journal"));
		boolean pending = pending(migrator, first.number()).size() == 1;
		if (!pending) {
			return;
		}
		Schema expected = migrator.journal().at(first.number());
		Difference difference = migrator.drift(expected);
		boolean nothingThere = difference.changes().size() == expected.objects().size();
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
