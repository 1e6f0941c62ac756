package dev.orm.migration.files;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalEntry;

/**
 * The branch whose migrations others may have run: what git calls {@code origin/HEAD},
 * else the upstream of the branch one is on. Asks git of the working copy and nothing of
 * a network. Immutable.
 *
 * @param name its name, as in {@code origin/main}
 * @param commit the commit it is at
 * @param root the folder of migrations
 */
public record SharedBranch(String name, String commit, Path root) {

	/**
	 * Find the shared branch of a folder.
	 * @param root the folder that holds the journal
	 * @return the branch; empty without git, a repository or a branch that is shared
	 */
	public static Optional<SharedBranch> of(Path root) {
		return of(root, "origin/HEAD").or(() -> of(root, "@{upstream}"));
	}

	/**
	 * Find a branch by its name.
	 * @param root the folder that holds the journal
	 * @param name a name git understands
	 * @return the branch; empty without git, a repository or such a branch
	 */
	public static Optional<SharedBranch> of(Path root, String name) {
		return git(root, "rev-parse", "--verify", "--quiet", name + "^{commit}").map(String::strip)
			.filter((commit) -> commit.matches("[0-9a-f]+"))
			.map((commit) -> new SharedBranch(shown(root, name), commit, root));
	}

	private static String shown(Path root, String name) {
		return git(root, "rev-parse", "--abbrev-ref", name).map(String::strip)
			.filter((text) -> !text.isEmpty())
			.orElse(name);
	}

	/**
	 * Return whether git is in the middle of a rebase, in which the shared branch is what
	 * it calls HEAD.
	 * @param root the folder that holds the journal
	 * @return true if it is, or if the folder is below no repository
	 */
	public static boolean isRebasing(Path root) {
		for (Path place = root.toAbsolutePath(); place != null; place = place.getParent()) {
			Path git = place.resolve(".git");
			if (Files.exists(git)) {
				Path own = Files.isDirectory(git) ? git
						: place.resolve(pointer(git).replaceFirst("gitdir: ", "").strip());
				return Files.exists(own.resolve("rebase-merge")) || Files.exists(own.resolve("rebase-apply"));
			}
		}
		return true;
	}

	/** What a file says that stands for git's own folder. */
	private static String pointer(Path git) {
		try {
			return Files.readString(git);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + git, ex);
		}
	}

	/**
	 * Return whether a migration is there.
	 * @param entry the migration
	 * @return true if the branch's journal has one of its version and name
	 * @throws dev.orm.journal.JournalException if that journal does not read
	 */
	public boolean has(JournalEntry entry) {
		return entries().stream().anyMatch((other) -> other.title().equals(entry.title()));
	}

	/**
	 * Return the migrations that are there.
	 * @return the entries of the branch's journal; none if it has no journal
	 * @throws dev.orm.journal.JournalException if that journal does not read
	 */
	public List<JournalEntry> entries() {
		return git(this.root, "show", this.commit + ":./" + Journal.FILE)
			.map((text) -> Journal.parse(this.name + ":" + Journal.FILE, text).entries())
			.orElse(List.of());
	}

	/** What git says; empty where it fails or is not there. */
	private static Optional<String> git(Path root, String... words) {
		if (!Files.isDirectory(root)) {
			return Optional.empty();
		}
		List<String> command = new ArrayList<>(List.of("git"));
		command.addAll(List.of(words));
		Process process;
		try {
			process = new ProcessBuilder(command).directory(root.toFile()).redirectError(Redirect.DISCARD).start();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		return said(process);
	}

	private static Optional<String> said(Process process) {
		try {
			process.getOutputStream().close();
			String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return (process.waitFor() == 0) ? Optional.of(text) : Optional.empty();
		}
		catch (InterruptedException ex) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new UncheckedIOException("Interrupted while git was asked", new InterruptedIOException());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read what git says", ex);
		}
	}

}
