package dev.orm.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links from page to page lead somewhere.
 */
class LinkTests {

	private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:|#)([^)#\\s]+)[^)]*\\)");

	private static final Pattern ANCHOR = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]*(?:\\.md)?)#([^)\\s]+)\\)");

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

	@ParameterizedTest
	@MethodSource("pages")
	void anAnchorIsAHeadingOfItsPage(String path) {
		Path folder = Path.of(path).resolveSibling("");
		ANCHOR.matcher(String.join("\n", PROJECT.page(path).prose())).results().forEach((link) -> {
			String target = link.group(1).isEmpty() ? path : folder.resolve(link.group(1)).normalize().toString();
			assertThat(Headings.anchors(PROJECT.page(target))).as("'%s' of %s", link.group(), path)
				.contains(link.group(2));
		});
	}

	@Test
	void everyPageIsInTheListOfTheReadme() {
		String readme = PROJECT.page("README.md").text();
		assertThat(PROJECT.pages()).filteredOn((path) -> path.startsWith("docs/") && !path.startsWith("docs/adr/"))
			.allSatisfy((path) -> assertThat(readme).contains("(" + path + ")"));
	}

	@Test
	void anchorsAreThoseThatGitHubMakes() {
		assertThat(Headings.anchors(new Page("a.md",
				List.of("# A `@Foo`, and [more](b.md)!", "```", "# no heading", "```", "## Twice", "## Twice",
						"### snake_case, kebab-case"))))
			.containsExactly("a-foo-and-more", "twice", "twice-1", "snake_case-kebab-case");
	}

}
