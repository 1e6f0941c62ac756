package dev.orm.architecture;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that compiled classes do not show.
 */
class SourceRuleTests {

	/** The lines of a journal are a language of their own, with other escapes. */
	@Test
	void identifiersAreQuotedByTheDialect() throws IOException {
		String doubled = "replace(\"\\\"\", \"\\\"\\\"\")";
		assertThat(filesWith(doubled)).containsExactlyInAnyOrder("dialect/IdentifierQuoting.java",
				"schema/FactNames.java");
	}

	private static List<String> filesWith(String text) throws IOException {
		return SourceFiles.with((source) -> source.contains(text));
	}

}
