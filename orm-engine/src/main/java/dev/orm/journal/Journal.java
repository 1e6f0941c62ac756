package dev.orm.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.orm.journal.JournalEntry.Kind;
import dev.orm.schema.Change;
import dev.orm.schema.Schema;
import dev.orm.schema.TablePath;

/**
 * The history of a schema as one text: what each migration adds ({@code +}), removes
 * ({@code -}) and renames ({@code ~}). Immutable; text and journal are inverse. A journal
 * that exists replays: reading and appending check each step.
 *
 * @param postgres the oldest server that generated SQL must run on
 * @param online the tables that are changed while the application runs; {@code *} for all
 * @param notes lines of comment at the top
 * @param entries the migrations in order, then the steps that wait for their release
 */
public record Journal(int postgres, Set<String> online, List<String> notes, List<JournalEntry> entries) {

	/** The name of its file. */
	public static final String FILE = "schema.journal";

	/** The oldest server generated SQL runs on where the journal says nothing. */
	public static final int OLDEST_POSTGRES = 15;

	public Journal {
		online = Set.copyOf(online);
		notes = List.copyOf(notes);
		entries = List.copyOf(entries);
	}

	/**
	 * Return a journal without entries.
	 * @return the journal
	 */
	public static Journal empty() {
		return new Journal(OLDEST_POSTGRES, Set.of(), List.of(), List.of());
	}

	/**
	 * Read a journal.
	 * @param file its path, for messages
	 * @param text its text
	 * @return the journal
	 * @throws JournalException if a line is wrong or does not fit those before it
	 */
	public static Journal parse(String file, String text) {
		return new JournalReader(file, text, true).read();
	}

	/**
	 * Read a journal into which two branches were put one after the other, so that their
	 * versions do not follow each other.
	 * @param file its path, for messages
	 * @param text its text
	 * @return the journal, which {@link #with(List)} other versions can be one again
	 * @throws JournalException if a line is wrong or does not fit those before it
	 */
	public static Journal parseUnordered(String file, String text) {
		return new JournalReader(file, text, false).read();
	}

	/**
	 * Return the text.
	 * @return lines, each ended by a line feed
	 */
	public String print() {
		StringBuilder text = new StringBuilder();
		this.notes.forEach((note) -> text.append(note).append('\n'));
		text.append("orm-journal 1\npostgres ").append(this.postgres).append('\n');
		if (!this.online.isEmpty()) {
			text.append("online ");
			text.append(this.online.stream().sorted().map(Journal::tableName).collect(Collectors.joining(" ")));
			text.append('\n');
		}
		text.append('\n');
		this.entries.forEach((entry) -> text.append(entry.print()));
		return text.toString();
	}

	private static String tableName(String table) {
		return table.equals("*") ? table : TablePath.of(table).line();
	}

	/**
	 * Return the migrations, without steps that wait.
	 * @return the entries, oldest first
	 */
	public List<JournalEntry> migrations() {
		return this.entries.stream().filter((entry) -> entry.kind() == Kind.MIGRATION).toList();
	}

	/**
	 * Return the steps that wait for their release.
	 * @return the entries
	 */
	public List<JournalEntry> waiting() {
		return this.entries.stream().filter((entry) -> entry.kind() == Kind.LATER).toList();
	}

	/**
	 * Find the migration of a version.
	 * @param version the version
	 * @return the entry
	 */
	public Optional<JournalEntry> migration(Version version) {
		return migrations().stream().filter((entry) -> entry.number().isSame(version)).findFirst();
	}

	/**
	 * Return the schema of a database that is at a version.
	 * @param version the version
	 * @return the schema
	 */
	public Schema at(Version version) {
		return replay(this.entries.stream()
			.filter((entry) -> entry.version() != null && entry.number().compareTo(version) <= 0)
			.toList());
	}

	/**
	 * Return the schema after all migrations.
	 * @return the schema
	 */
	public Schema head() {
		return replay(this.entries.stream().filter((entry) -> entry.version() != null).toList());
	}

	/**
	 * Return the schema after all migrations and all steps that wait: what the models
	 * should say.
	 * @return the schema
	 */
	public Schema target() {
		return replay(this.entries);
	}

	/**
	 * Return what stays as a database had it before there was a journal.
	 * @return the objects, as {@link #target()} names them
	 */
	public Adopted adopted() {
		Adopted adopted = Adopted.none();
		for (JournalEntry entry : sinceBaseline(this.entries)) {
			adopted = entry.after(adopted);
		}
		return adopted;
	}

	private static Schema replay(List<JournalEntry> entries) {
		List<Change> changes = new ArrayList<>();
		sinceBaseline(entries).forEach((entry) -> changes.addAll(entry.changes()));
		return Schema.empty().replayed(changes);
	}

	/** The newest baseline holds all before it. */
	private static List<JournalEntry> sinceBaseline(List<JournalEntry> entries) {
		int start = 0;
		for (int i = 0; i < entries.size(); i++) {
			start = (entries.get(i).kind() == Kind.BASELINE) ? i : start;
		}
		return entries.subList(start, entries.size());
	}

	/**
	 * Return the newest version.
	 * @return the version; {@link Version#ZERO} without migrations
	 */
	public Version version() {
		return this.entries.stream()
			.filter((entry) -> entry.version() != null)
			.map(JournalEntry::number)
			.max(Version::compareTo)
			.orElse(Version.ZERO);
	}

	/**
	 * Return a journal with another migration after the last.
	 * @param entry the migration
	 * @return the journal
	 * @throws JournalException if it does not fit
	 */
	public Journal append(JournalEntry entry) {
		List<JournalEntry> all = new ArrayList<>(this.entries);
		all.add(all.size() - ((entry.kind() == Kind.LATER) ? 0 : waiting().size()), entry);
		return with(all);
	}

	/**
	 * Return a journal with other entries.
	 * @param other the entries
	 * @return the journal
	 * @throws JournalException if they do not fit each other
	 */
	public Journal with(List<JournalEntry> other) {
		return parse("the journal", new Journal(this.postgres, this.online, this.notes, other).print());
	}

	/**
	 * Return which tables are changed while the application runs: those the journal
	 * names, also where they were renamed since.
	 * @return true for the name of such a table
	 */
	public Predicate<String> changedOnline() {
		Set<String> tables = new HashSet<>(this.online);
		for (JournalEntry entry : this.entries) {
			for (Change.Rename rename : Change.tableRenames(entry.changes())) {
				if (tables.contains(rename.id().name())) {
					tables.add(rename.to());
				}
			}
		}
		return (table) -> tables.contains("*") || tables.contains(table);
	}

	/**
	 * Return a journal that changes tables while the application runs.
	 * @param tables the tables
	 * @return the journal
	 */
	public Journal online(Set<String> tables) {
		return new Journal(this.postgres, new LinkedHashSet<>(tables), this.notes, this.entries);
	}

}
