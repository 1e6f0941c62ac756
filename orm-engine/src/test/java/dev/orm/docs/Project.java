package dev.orm.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of this project. Immutable.
 *
 * @param root its top folder
 */
record Project(Path root) {

	static Project here() {
		Path folder = Path.of("").toAbsolutePath();
		while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
			folder = folder.getParent();
		}
		if (folder == null) {
			throw new IllegalStateException("No mvnw above " + Path.of("").toAbsolutePath());
		}
		return new Project(folder);
	}

	/** Return the paths of all pages: those of the top folder and all below docs. */
	List<String> pages() {
		try (Stream<Path> top = Files.list(this.root); Stream<Path> docs = Files.walk(this.root.resolve("docs"))) {
			return Stream.concat(top, docs)
				.filter((file) -> file.toString().endsWith(".md"))
				.map((file) -> this.root.relativize(file).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Page page(String path) {
		return new Page(path, lines(path));
	}

	TaggedSource source(String path) {
		return new TaggedSource(path, lines(path));
	}

	private List<String> lines(String path) {
		try {
			return Files.readAllLines(this.root.resolve(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + path, ex);
		}
	}

	void write(Page page) {
		try {
			Files.writeString(this.root.resolve(page.name()), page.text());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + page.name(), ex);
		}
	}

}
