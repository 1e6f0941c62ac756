package dev.orm.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links from page to page lead somewhere.
 */
class LinkTests {

	private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)#\\s]+)[^)]*\\)");

	private static final Project PROJECT = Project.here();

	static List<String> pages() {
		return PROJECT.pages();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aLinkToAFileLeadsToIt(String path) {
		Path folder = PROJECT.root().resolve(path).getParent();
		List<String> targets = LINK.matcher(PROJECT.page(path).text())
			.results()
			.map((MatchResult link) -> link.group(1))
			.toList();
		assertThat(targets).as("links of %s", path).allSatisfy((target) -> assertThat(folder.resolve(target)).exists());
	}

}
