package dev.orm.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scripts below a folder of resources. Maven never deletes a copy whose source is
 * gone, and Flyway would run it. Immutable.
 *
 * @param sources the folder of resources
 * @param output where they are copied to
 * @param scripts the scripts there are
 */
record SourceScripts(Path sources, Path output, List<Path> scripts) {

	SourceScripts {
		scripts = List.copyOf(scripts);
	}

	/** Look what is there. */
	static SourceScripts in(Path sources, Path output) throws IOException {
		if (!Files.isDirectory(sources)) {
			return new SourceScripts(sources, output, List.of());
		}
		try (Stream<Path> files = Files.walk(sources)) {
			return new SourceScripts(sources, output,
					files.filter((file) -> file.toString().endsWith(".sql") || file.toString().endsWith(".sql.conf"))
						.map(sources::relativize)
						.toList());
		}
	}

	/** Delete the copies of those that are gone since. */
	void deleteLeftovers() throws IOException {
		for (Path script : this.scripts) {
			if (!Files.exists(this.sources.resolve(script))) {
				Files.deleteIfExists(this.output.resolve(script));
			}
		}
	}

}
