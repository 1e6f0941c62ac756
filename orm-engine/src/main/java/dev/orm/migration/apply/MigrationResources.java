package dev.orm.migration.apply;

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
 * and the scripts themselves.
 */
final class MigrationResources {

	private final List<Location> locations;

	private final ClassLoader loader;

	MigrationResources(Configuration configuration) {
		this.locations = Arrays.stream(configuration.getLocations())
			.filter((location) -> isFile(location) || location.getDescriptor().startsWith("classpath:"))
			.toList();
		this.loader = configuration.getClassLoader();
	}

	private static boolean isFile(Location location) {
		return location.getDescriptor().startsWith("filesystem:");
	}

	/** Read a script Flyway runs. */
	Optional<String> script(String name) {
		return find("", name);
	}

	Optional<String> undo(String name) {
		return find("../undo/", name);
	}

	/**
	 * Where the undo script of a migration is, or belongs if there is none: beside the
	 * folder that has the migration, which may be one of several or a library's.
	 */
	String undoPlace(String script, String name) {
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

	/** Whether a file beside an undo script says that it runs in no transaction. */
	boolean undoRunsApart(String name) {
		return undo(name + ".conf").filter(MigrationFiles::saysNoTransaction).isPresent();
	}

	/** The text of a file beside the folders; empty if there is none. */
	Optional<String> beside(String name) {
		return find("../", name);
	}

	/** The digest of a file beside the folders, which is not read if a jar knows it. */
	Optional<String> digestBeside(String name) {
		return locate("../", name).map((url) -> {
			try {
				return ResourceDigest.of(url);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read " + url, ex);
			}
		});
	}

	/** Read the journal; an empty one if there is none. */
	Journal journal() {
		return beside(Journal.FILE).map((text) -> Journal.parse(Journal.FILE, text)).orElseGet(Journal::empty);
	}

	boolean hasJournal() {
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
