package dev.orm.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.journal.JournalEntry.Kind;
import dev.orm.schema.Change;
import dev.orm.schema.FactException;
import dev.orm.schema.FactReader;
import dev.orm.schema.FactScanner;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Replay;
import dev.orm.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/** Reads a journal line by line, replaying it on the way. Used once. */
public final class JournalReader {

	private static final Pattern TITLE = Pattern
		.compile("([VB])(\\d+(?:[._]\\d+)*)__([^ ](?:.*?[^ ])??)(  ?elidable)?");

	private static final Pattern LATER = Pattern.compile("later (\\w+)");

	private final String file;

	private final String[] lines;

	private final List<JournalEntry> entries = new ArrayList<>();

	private final Set<String> online = new LinkedHashSet<>();

	private int postgres = Journal.OLDEST_POSTGRES;

	private List<String> notes = new ArrayList<>();

	private @Nullable JournalEntry entry;

	private List<Change> changes = new ArrayList<>();

	private final Set<ObjectId> adopted = new HashSet<>();

	private final Replay replayed = new Replay();

	private int number;

	private final boolean ordered;

	/**
	 * Create a reader.
	 * @param file the journal's path, for messages
	 * @param text its text
	 * @param ordered whether each migration must have a higher version than the one
	 * before
	 */
	JournalReader(String file, String text, boolean ordered) {
		this.file = file;
		this.ordered = ordered;
		// some editors begin a text with a mark of its encoding
		this.lines = text.replaceFirst("^\uFEFF", "").split("\r?\n", -1);
	}

	Journal read() {
		List<String> top = header();
		for (; this.number < this.lines.length; this.number++) {
			String line = this.lines[this.number].stripTrailing();
			try {
				line(line);
			}
			catch (FactException ex) {
				throw failure(ex.getMessage() + hint(line), ex);
			}
		}
		finish();
		return new Journal(this.postgres, this.online, top, this.entries);
	}

	private List<String> header() {
		List<String> top = new ArrayList<>();
		while (this.number < this.lines.length && this.lines[this.number].startsWith("#")) {
			top.add(this.lines[this.number++].stripTrailing());
		}
		if (this.number == this.lines.length || !this.lines[this.number].equals("orm-journal 1")) {
			throw failure("a journal begins with the line 'orm-journal 1'", null);
		}
		this.number++;
		return top;
	}

	private void line(String line) {
		if (line.isEmpty()) {
			return;
		}
		if (line.startsWith("#")) {
			this.notes.add(line);
		}
		else if (line.startsWith("+ ") || line.startsWith("- ") || line.startsWith("~ ")) {
			change(line);
		}
		else if (this.entry == null && (line.startsWith("postgres ") || line.startsWith("online "))) {
			setting(line);
		}
		else {
			title(line);
		}
	}

	private void setting(String line) {
		String text = line.replaceFirst(" +#.*", "");
		if (text.startsWith("postgres ")) {
			this.postgres = number(text.substring("postgres ".length()).strip());
			return;
		}
		FactScanner scanner = new FactScanner(text.substring("online ".length()));
		while (!scanner.isAtEnd()) {
			this.online.add(scanner.skip("*") ? "*" : scanner.path());
		}
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw new FactException("'%s' is no version of PostgreSQL".formatted(text));
		}
	}

	private void change(String line) {
		if (this.entry == null) {
			throw new FactException("a change stands before the first migration");
		}
		boolean marked = line.startsWith("+") && line.endsWith(JournalEntry.ADOPTED);
		String fact = line.substring(2, line.length() - (marked ? JournalEntry.ADOPTED.length() : 0)).strip();
		Change change = switch (line.charAt(0)) {
			case '+' -> new Change.Add(SchemaObject.parse(fact));
			case '-' -> new Change.Remove(SchemaObject.parse(fact));
			default -> new FactReader(fact).rename();
		};
		this.replayed.apply(change);
		this.changes.add(change);
		if (marked) {
			this.adopted.add(change.id());
		}
	}

	private void title(String line) {
		Matcher title = TITLE.matcher(line);
		Matcher later = LATER.matcher(line);
		if (title.matches()) {
			Kind kind = title.group(1).equals("V") ? Kind.MIGRATION : Kind.BASELINE;
			begin(new JournalEntry(kind, new Version(title.group(2)), title.group(3), title.group(4) != null,
					this.notes, List.of(), Set.of()));
		}
		else if (later.matches()) {
			begin(new JournalEntry(Kind.LATER, null, later.group(1), false, this.notes, List.of(), Set.of()));
		}
		else {
			throw new FactException("'%s' begins nothing a journal knows. Choices: %s".formatted(line,
					"V…__name, B…__name, later name, + fact, - fact, ~ rename, # comment"));
		}
	}

	private void begin(JournalEntry next) {
		finish();
		checkOrder(next);
		this.entry = next;
		this.notes = new ArrayList<>();
		this.replayed.begin(next.kind() == Kind.BASELINE);
	}

	private void checkOrder(JournalEntry next) {
		JournalEntry last = this.entries.isEmpty() ? null : this.entries.get(this.entries.size() - 1);
		if (last == null || next.version() == null || !this.ordered) {
			return;
		}
		if (last.version() == null) {
			throw new FactException("%s stands after a step that waits; those come last".formatted(next));
		}
		int order = next.number().compareTo(last.number());
		boolean follows = order > 0 || (order == 0 && next.kind() == Kind.BASELINE && last.kind() == Kind.MIGRATION);
		if (!follows) {
			throw new FactException(
					"%s does not follow %s. hint: rebase gives a migration the next version".formatted(next, last));
		}
	}

	private void finish() {
		JournalEntry open = this.entry;
		if (open == null) {
			return;
		}
		try {
			this.replayed.end(open.kind() == Kind.BASELINE);
		}
		catch (FactException ex) {
			this.number--;
			throw failure("%s: %s".formatted(open, ex.getMessage()), ex);
		}
		this.entries.add(new JournalEntry(open.kind(), open.version(), open.name(), open.elidable(), open.notes(),
				this.changes, this.adopted));
		this.changes = new ArrayList<>();
		this.adopted.clear();
	}

	private static String hint(String line) {
		boolean conflict = line.startsWith("<<<<<<<") || line.startsWith("=======") || line.startsWith(">>>>>>>")
				|| line.startsWith("|||||||");
		return conflict ? "\n  hint: git left a conflict here, as two branches each added a migration: run rebase" : "";
	}

	private JournalException failure(String reason, @Nullable Throwable cause) {
		return new JournalException(this.file, Math.min(this.number + 1, this.lines.length), reason, cause);
	}

}
