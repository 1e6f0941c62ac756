package dev.orm.migration.apply.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.orm.journal.Journal;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.meta.index.ResourceDigest;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * Reads what lies beside the folders Flyway looks into: the journal, the undo scripts,
 * and the scripts themselves. Immutable.
 */
public final class MigrationResources {

	private final List<Location> locations;

	private final ClassLoader loader;

	/**
	 * Create it.
	 * @param configuration knows the folders
	 */
	public MigrationResources(Configuration configuration) {
		this.locations = Arrays.stream(configuration.getLocations())
			.filter((location) -> isFile(location) || location.getDescriptor().startsWith("classpath:"))
			.toList();
		this.loader = configuration.getClassLoader();
	}

	private static boolean isFile(Location location) {
		return location.getDescriptor().startsWith("filesystem:");
	}

	/**
	 * Read a script Flyway runs.
	 * @param name the name of its file
	 * @return its text; empty if it is in no folder
	 */
	public Optional<String> script(String name) {
		return find("", name);
	}

	/**
	 * Read an undo script.
	 * @param name the name of its file
	 * @return its text; empty if there is none
	 */
	public Optional<String> undo(String name) {
		return find("../undo/", name);
	}

	/**
	 * Say where the undo script of a migration is, or belongs if there is none: beside
	 * the folder that has the migration, which may be one of several or a library's.
	 * @param script the name of the migration's file
	 * @param name the name of the undo script's file
	 * @return the path as people read it
	 */
	public String undoPlace(String script, String name) {
		return having("../undo/", name).or(() -> having("", script))
			.or(() -> this.locations.stream().findFirst())
			.map((location) -> shown(location, path(location, "../undo/", name)))
			.orElse("undo/" + name);
	}

	private Optional<Location> having(String folder, String name) {
		return this.locations.stream()
			.filter((location) -> locate(location, path(location, folder, name)).isPresent())
			.findFirst();
	}

	private static Path path(Location location, String folder, String name) {
		return Path.of(location.getRootPath()).resolve(folder).resolve(name).normalize();
	}

	private static String shown(Location location, Path path) {
		Path here = Path.of("").toAbsolutePath();
		boolean below = isFile(location) && path.startsWith(here);
		return (below ? here.relativize(path) : path).toString().replace('\\', '/');
	}

	/**
	 * Return whether a file beside an undo script says that it runs in no transaction.
	 * @param name the name of the undo script's file
	 * @return true if it does
	 */
	public boolean undoRunsApart(String name) {
		return undo(name + ".conf").filter(MigrationFiles::saysNoTransaction).isPresent();
	}

	/**
	 * Read a file beside the folders.
	 * @param name its name
	 * @return its text; empty if there is none
	 */
	public Optional<String> beside(String name) {
		return find("../", name);
	}

	/**
	 * Return the digest of a file beside the folders, which is not read if a jar knows
	 * it.
	 * @param name its name
	 * @return the digest; empty if there is no such file
	 */
	public Optional<String> digestBeside(String name) {
		return locate("../", name).map((url) -> {
			try {
				return ResourceDigest.of(url);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read " + url, ex);
			}
		});
	}

	/**
	 * Read the journal.
	 * @return the journal; an empty one if there is none
	 */
	public Journal journal() {
		return beside(Journal.FILE).map((text) -> Journal.parse(Journal.FILE, text)).orElseGet(Journal::empty);
	}

	/**
	 * Return whether there is a journal, which is not read.
	 * @return true if there is
	 */
	public boolean hasJournal() {
		return locate("../", Journal.FILE).isPresent();
	}

	private Optional<String> find(String folder, String name) {
		return locate(folder, name).map(MigrationResources::read);
	}

	private Optional<URL> locate(String folder, String name) {
		return this.locations.stream()
			.map((location) -> locate(location, path(location, folder, name)))
			.flatMap(Optional::stream)
			.findFirst();
	}

	private Optional<URL> locate(Location location, Path path) {
		try {
			if (isFile(location)) {
				return Files.exists(path) ? Optional.of(path.toUri().toURL()) : Optional.empty();
			}
			return Optional.ofNullable(this.loader.getResource(path.toString().replace('\\', '/')));
		}
		catch (MalformedURLException ex) {
			throw new UncheckedIOException("Cannot read " + path, ex);
		}
	}

	private static String read(URL url) {
		try (InputStream stream = url.openStream()) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + url, ex);
		}
	}

}
