package dev.orm.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packages, and what is younger than they are, say since which version they are there.
 */
class SinceRuleTests {

	private static final Pattern SINCE = Pattern.compile("\\* @since (\\S+)");

	/** What says nothing else is as old as its package. */
	@Test
	void packagesSaySinceWhichVersionTheyAreThere() throws IOException {
		List<Path> packages = modules().flatMap((module) -> files(module.resolve("src/main/java")))
			.filter((file) -> file.endsWith("package-info.java"))
			.toList();
		assertThat(packages).hasSizeGreaterThan(50)
			.allSatisfy((file) -> assertThat(read(file)).as("%s needs '@since', a version such as 0.1.0", file)
				.containsPattern("\\* @since \\d+\\.\\d+\\.\\d+\n"));
	}

	/** No version is named that comes after the one that is being made. */
	@Test
	void nothingIsOfALaterVersion() throws IOException {
		String version = Pattern.compile("<version>([\\d.]+)-SNAPSHOT")
			.matcher(read(Path.of("pom.xml")))
			.results()
			.findFirst()
			.orElseThrow()
			.group(1);
		assertThat(modules().flatMap((module) -> files(module.resolve("src/main/java")))
			.flatMap((file) -> SINCE.matcher(read(file)).results())
			.map((since) -> Version.parse(since.group(1))))
			.allSatisfy((since) -> assertThat(since).isLessThanOrEqualTo(Version.parse(version)));
	}

	private static Stream<Path> modules() throws IOException {
		try (Stream<Path> folders = Files.list(Path.of(".."))) {
			return folders.filter((folder) -> folder.getFileName().toString().startsWith("orm-"))
				.filter((folder) -> Files.isDirectory(folder.resolve("src/main/java")))
				.toList()
				.stream();
		}
	}

	private static Stream<Path> files(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
