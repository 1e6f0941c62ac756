package dev.orm.migration.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.JournalEntry.Kind;
import dev.orm.journal.Version;
import dev.orm.migration.files.NewMigration.Form;

/**
 * The migrations of one database below a folder of resources: {@code db/migration},
 * {@code db/undo} and {@code db/schema.journal}. Reads what is there each time it is
 * asked. Holds nothing but the folder, so threads may share it; the files are written by
 * one.
 */
public final class MigrationFiles {

	/** Where the first migration begins to count. */
	private static final Version FIRST = new Version("0001");

	private static final Pattern APART = Pattern.compile("(?m)^\\s*executeInTransaction\\s*=\\s*false");

	private static final String NO_TRANSACTION = "executeInTransaction=false\n";

	private final Path root;

	/**
	 * Create the files of a folder.
	 * @param root the folder that holds {@code migration}, {@code undo} and the journal,
	 * such as {@code src/main/resources/db}
	 */
	public MigrationFiles(Path root) {
		this.root = root;
	}

	/**
	 * Return the folder.
	 * @return the folder that holds the others
	 */
	public Path root() {
		return this.root;
	}

	/**
	 * Return where the folder is, as people name it.
	 * @return the place
	 */
	public SourcePlace place() {
		return new SourcePlace(this.root);
	}

	/**
	 * Return the place of the journal.
	 * @return the file
	 */
	public Path journalFile() {
		return this.root.resolve(Journal.FILE);
	}

	/**
	 * Read the journal.
	 * @return the journal; an empty one if there is none yet
	 * @throws dev.orm.journal.JournalException if it does not read or replay
	 */
	public Journal journal() {
		Path file = journalFile();
		return Files.exists(file) ? Journal.parse(shown(file), read(file)) : Journal.empty();
	}

	/**
	 * Return the text of the journal, whatever state it is in.
	 * @return the text; empty if there is none yet
	 */
	public String journalText() {
		return Files.exists(journalFile()) ? read(journalFile()) : "";
	}

	/**
	 * Return the files Flyway runs, SQL and Java.
	 * @return the files, by version
	 */
	public List<MigrationFile> migrations() {
		List<MigrationFile> files = new ArrayList<>(in(this.root.resolve("migration")));
		files.addAll(in(EntryFiles.javaFolder(this.root)));
		files.sort(Comparator.comparing(MigrationFile::version));
		return files;
	}

	private static List<MigrationFile> in(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		// Flyway looks into folders below as well
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter(Files::isRegularFile)
				.flatMap((path) -> MigrationFile.parse(path.getFileName().toString()).stream())
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list " + folder, ex);
		}
	}

	/**
	 * Return the version the next migration gets.
	 * @return the version after the newest of files and journal
	 */
	public Version next() {
		Version newest = Stream
			.concat(Stream.of(journal().version()), migrations().stream().map(MigrationFile::version))
			.max(Version::compareTo)
			.orElse(Version.ZERO);
		return newest.isSame(Version.ZERO) ? FIRST : newest.next();
	}

	/**
	 * Return the SQL of a migration.
	 * @param entry the migration
	 * @return the text; empty if there is no such file
	 */
	public Optional<String> forward(JournalEntry entry) {
		return find(of(entry).sql());
	}

	private EntryFiles of(JournalEntry entry) {
		return new EntryFiles(this.root, entry);
	}

	/**
	 * Return whether a file beside a script says that it runs in no transaction.
	 * @param entry the migration
	 * @return true if it does
	 */
	public boolean runsApart(JournalEntry entry) {
		return find(EntryFiles.configuration(of(entry).sql())).filter(MigrationFiles::saysNoTransaction).isPresent();
	}

	/**
	 * Return whether a file beside a script says that it runs in no transaction.
	 * @param configuration the text of the file
	 * @return true if it does
	 */
	public static boolean saysNoTransaction(String configuration) {
		return APART.matcher(configuration).find();
	}

	/**
	 * Return the class of a migration that is written in Java.
	 * @param entry the migration
	 * @return the source; empty if there is no such file
	 */
	public Optional<String> java(JournalEntry entry) {
		return find(of(entry).java());
	}

	/**
	 * Return the SQL that takes a migration back.
	 * @param entry the migration
	 * @return the text; empty if there is no such file
	 */
	public Optional<String> undo(JournalEntry entry) {
		return find(undoFile(entry));
	}

	/**
	 * Return where the undo script of a migration is.
	 * @param entry the migration
	 * @return the file, there or not
	 */
	public Path undoFile(JournalEntry entry) {
		return of(entry).undo();
	}

	/**
	 * Return the name of an undo script.
	 * @param entry the migration
	 * @return the file's name
	 */
	public static String undoName(JournalEntry entry) {
		return "U" + entry.number() + "__" + entry.name() + ".sql";
	}

	private static Optional<String> find(Path file) {
		return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	/**
	 * Write migrations, unless somebody else wrote some since: two processes that make
	 * migrations at once do so one after the other.
	 * @param before the journal as it was read
	 * @param journal the journal with their entries
	 * @param migrations the migrations
	 * @throws dev.orm.journal.JournalException if the journal is another one by now
	 */
	public void append(Journal before, Journal journal, List<NewMigration> migrations) {
		try (JournalLock lock = JournalLock.of(journalFile())) {
			if (!journal().equals(before)) {
				throw lock.late(shown(journalFile()));
			}
			write(journal, migrations);
		}
	}

	/**
	 * Write migrations: their files first, the journal last, so that a journal never
	 * names a file that is not there.
	 * @param journal the journal with their entries
	 * @param migrations the migrations
	 */
	public void write(Journal journal, List<NewMigration> migrations) {
		for (NewMigration migration : migrations) {
			put(of(migration.entry()), migration);
		}
		write(journal);
	}

	private static void put(EntryFiles files, NewMigration migration) {
		if (migration.form() == Form.JAVA) {
			put(files.java(), migration.forward());
			return;
		}
		put(files.sql(), migration.forward());
		boolean undone = migration.entry().kind() != Kind.BASELINE;
		if (undone) {
			put(files.undo(), migration.undo());
		}
		if (migration.form() == Form.SQL_APART) {
			put(EntryFiles.configuration(files.sql()), NO_TRANSACTION);
		}
		if (migration.form() == Form.SQL_APART && undone) {
			put(EntryFiles.configuration(files.undo()), NO_TRANSACTION);
		}
	}

	/**
	 * Write the journal; a reader sees the old one or the new one.
	 * @param journal the journal
	 */
	public void write(Journal journal) {
		put(journalFile(), journal.print());
	}

	private static void put(Path file, String text) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Path fresh = file.resolveSibling(file.getFileName() + ".new");
			Files.writeString(fresh, text);
			Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

	/**
	 * Delete the files of a migration.
	 * @param entry the migration
	 */
	public void delete(JournalEntry entry) {
		try {
			for (Path file : of(entry).all()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + entry, ex);
		}
	}

	/**
	 * Give a migration another version.
	 * @param entry the migration
	 * @param version its new version
	 * @return the entry under it
	 */
	public JournalEntry move(JournalEntry entry, Version version) {
		return move(entry, entry.at(version));
	}

	/**
	 * Give the files of a migration the names of another entry.
	 * @param entry the migration
	 * @param moved what it becomes
	 * @return the latter
	 */
	public JournalEntry move(JournalEntry entry, JournalEntry moved) {
		List<Path> from = of(entry).all();
		List<Path> to = of(moved).all();
		java(entry).ifPresent((source) -> put(of(entry).java(), source.replace(entry.title(), moved.title())));
		for (int i = 0; i < from.size(); i++) {
			move(from.get(i), to.get(i));
		}
		return moved;
	}

	private static void move(Path from, Path to) {
		try {
			if (Files.exists(from)) {
				Files.move(from, to);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot rename " + from, ex);
		}
	}

	/**
	 * Look whether files and journal tell one story.
	 * @return what is wrong, each with its way out; empty if nothing is
	 */
	public List<String> problems() {
		return new FileProblems(journal(), migrations(), next(), shown(this.root.resolve("migration"))).find();
	}

	/**
	 * Return a path as one types it in the working directory.
	 * @param path the path
	 * @return it, relative where it is below
	 */
	public static String shown(Path path) {
		Path here = Path.of("").toAbsolutePath();
		Path absolute = path.toAbsolutePath().normalize();
		return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
	}

}
