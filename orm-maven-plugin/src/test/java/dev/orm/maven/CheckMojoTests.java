package dev.orm.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The goal checks the migrations that are meant. */
class CheckMojoTests {

	private static List<String> words(Map<String, String> options) {
		return CheckMojo.command(new File("db"), options, Optional.of(Path.of("classes", "schema.stamp"))).arguments();
	}

	@Test
	void aLibraryIsCheckedAndTheStampOfTheApplicationLeftAlone() {
		assertThat(words(Map.of("library", "billing", "dry-run", "true"))).containsExactly("check", "--directory=db",
				"--library=billing");
	}

	@Test
	void anApplicationIsCheckedAndStamped() {
		String stamp = "--stamp=" + Path.of("classes", "schema.stamp");
		assertThat(words(Map.of("database", "archive"))).containsExactly("check", "--directory=db",
				"--database=archive", stamp);
		assertThat(words(Map.of())).containsExactly("check", "--directory=db", stamp);
	}

}
