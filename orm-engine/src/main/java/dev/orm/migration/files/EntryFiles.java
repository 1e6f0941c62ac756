package dev.orm.migration.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.journal.JournalEntry;

/**
 * Where the files of one migration are, there or not. Immutable.
 *
 * @param root the folder of the migrations' folders
 * @param entry the migration
 */
record EntryFiles(Path root, JournalEntry entry) {

	Path sql() {
		return waits() ? this.root.resolve("pending").resolve(this.entry.name() + ".sql")
				: below(this.root.resolve("migration"), this.entry.title() + ".sql");
	}

	/** A file somebody put into a folder below is there. */
	private static Path below(Path folder, String name) {
		Path direct = folder.resolve(name);
		if (Files.exists(direct) || !Files.isDirectory(folder)) {
			return direct;
		}
		try (Stream<Path> paths = Files.walk(folder)) {
			return paths.filter((path) -> path.endsWith(name)).findFirst().orElse(direct);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot list " + folder, ex);
		}
	}

	Path undo() {
		return waits() ? this.root.resolve("pending").resolve(this.entry.name() + ".undo.sql")
				: this.root.resolve("undo").resolve(MigrationFiles.undoName(this.entry));
	}

	/** A step that waits has no version yet, and lies where Flyway does not look. */
	private boolean waits() {
		return this.entry.version() == null;
	}

	/** Where Flyway reads that a script runs in no transaction. */
	static Path configuration(Path script) {
		return script.resolveSibling(script.getFileName() + ".conf");
	}

	/** The class, below src/main/java as the scripts are below src/main/resources. */
	Path java() {
		return javaFolder(this.root).resolve(this.entry.title() + ".java");
	}

	static Path javaFolder(Path root) {
		return new SourcePlace(root).javaFolder();
	}

	List<Path> all() {
		return List.of(sql(), configuration(sql()), undo(), configuration(undo()), java());
	}

}
