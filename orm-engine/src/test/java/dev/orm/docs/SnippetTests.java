package dev.orm.docs;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The code in the documentation is code of tests. With {@code -Dsnippets.update=true} the
 * pages are rewritten instead.
 */
class SnippetTests {

	private static final Project PROJECT = Project.here();

	private static final TaggedSource SOURCE = new TaggedSource("Some.java", List.of("class Some {", "\t// tag::a[]",
			"\tvoid run() {", "", "\t\t// tag::b[]", "\t\tgo();", "\t\t// end::b[]", "\t}", "\t// end::a[]", "}"));

	static List<String> pages() {
		return PROJECT.pages();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void theCodeOfAPageIsThatOfTheTestsItNames(String path) {
		Page page = PROJECT.page(path);
		Page expected = page.with(PROJECT::source, new Imports(PROJECT));
		if (Boolean.getBoolean("snippets.update") && !expected.equals(page)) {
			PROJECT.write(expected);
			return;
		}
		assertThat(page.lines())
			.as("%s differs from the tests it names; -Dsnippets.update=true on the build rewrites it", path)
			.containsExactlyElementsOf(expected.lines());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void aPageWithCodeShowsItsImports(String path) {
		Imports imports = new Imports(PROJECT);
		Page page = PROJECT.page(path).with(PROJECT::source, imports);
		assertThat(page.showsImports()).as("%s: '<!-- imports -->' above a block of code if it needs any", path)
			.isEqualTo(!imports.lines().isEmpty());
	}

	@Test
	void importsAreThoseTheCodeUses() {
		Imports imports = new Imports(PROJECT);
		imports.add(
				new TaggedSource("Some.java", List.of("import java.util.List;", "import java.util.Map;",
						"import dev.orm.Manager;", "import org.junit.jupiter.api.Test;",
						"import static shop.PostPath.POST;", "import static dev.orm.expression.Aggregates.count;",
						"import static dev.orm.expression.functions.Windows.rank;", "\tManager<Post> posts = null;")),
				List.of("List<Post> found = posts.filter(POST.id.eq(1)).annotate(count(POST.tags())).list();"));
		assertThat(imports.lines()).containsExactly("import java.util.List;", "", "import dev.orm.Manager;", "",
				"import static dev.orm.Functions.*;");
	}

	@Test
	void aBlockBecomesTheRegionWithoutMarksAndIndentation() {
		Page page = new Page("a.md", List.of("<!-- snippet: Some.java#a -->", "```java", "old", "```", "after"));
		assertThat(page.with((path) -> SOURCE, new Imports(PROJECT)).lines()).containsExactly(
				"<!-- snippet: Some.java#a -->", "```java", "void run() {", "", "\tgo();", "}", "```", "after");
	}

	@Test
	void aBlockWithoutACommentStays() {
		Page page = new Page("a.md", List.of("```java", "free();", "```"));
		assertThat(page.with((path) -> SOURCE, new Imports(PROJECT))).isEqualTo(page);
	}

	@Test
	void anUnknownTagIsAnError() {
		assertThatIllegalStateException().isThrownBy(() -> SOURCE.region("c"))
			.withMessage("Some.java has 'tag::c[]' 0 times, not once");
	}

	@Test
	void aCommentWithoutABlockIsAnError() {
		Page page = new Page("a.md", List.of("Text", "<!-- snippet: Some.java#a -->", "text"));
		assertThatIllegalStateException().isThrownBy(() -> page.with((path) -> SOURCE, new Imports(PROJECT)))
			.withMessage("a.md:2: a code block must follow the snippet's comment, and end");
	}

}
