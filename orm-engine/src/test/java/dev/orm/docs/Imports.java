package dev.orm.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The imports that regions of source files need, as a reader would write them: those of
 * the tests and of their models are left out, and all functions come by one. Not
 * thread-safe.
 */
final class Imports {

	private static final Pattern IMPORT = Pattern.compile("import (static )?([\\w.]+)\\.(\\w+);");

	private static final Pattern OF_TESTS = Pattern.compile("(org\\.(junit|assertj)|shop)\\..*"
			+ "|dev\\.orm\\.(acceptance|test|catalogue|golden|law|declare\\.(parent|Warehouse)|persist\\.(Blog|House)|relation\\.(News|Media)|copy\\.Goods)\\b.*"
			+ "|.*\\.[A-Z]\\w*Path\\b.*|.*Tests\\b.*");

	private static final Pattern FUNCTIONS = Pattern.compile(
			"dev\\.orm\\.expression\\.(Expressions|Aggregates|Functions|functions\\.(\\w+Functions|Statistics|Windows))");

	private static final String ALL_FUNCTIONS = "import static dev.orm.Functions.*;";

	private static final Pattern RECEIVER = Pattern.compile("\\b([a-z]\\w*)\\.");

	private static final Pattern EXTENDS = Pattern.compile("^(?:\\w+ )*class \\w+ extends (\\w+)");

	private static final Pattern TYPE = Pattern.compile("\\b[A-Z]\\w*\\b");

	private final Project project;

	private final SortedSet<String> types = new TreeSet<>();

	private final SortedSet<String> members = new TreeSet<>();

	Imports(Project project) {
		this.project = project;
	}

	/** Add those a region needs, and those of the fields and variables it uses. */
	void add(TaggedSource source, List<String> region) {
		String code = String.join("\n", region);
		String used = code + "\n" + declarations(source, code);
		add(source, region, used);
		parent(source).ifPresent((parent) -> add(parent, region, declarations(parent, code)));
	}

	/** Fields may be those of a base class beside the test. */
	private Optional<TaggedSource> parent(TaggedSource source) {
		return source.lines()
			.stream()
			.map(EXTENDS::matcher)
			.filter(Matcher::find)
			.map((found) -> source.name().replaceAll("\\w+\\.java$", found.group(1) + ".java"))
			.filter((name) -> Files.exists(this.project.root().resolve(name)))
			.map(this.project::source)
			.findFirst();
	}

	private void add(TaggedSource source, List<String> region, String used) {
		for (String line : source.lines()) {
			Matcher found = IMPORT.matcher(line);
			if (found.matches() && !OF_TESTS.matcher(found.group(2) + "." + found.group(3)).matches()
					&& uses(used, found.group(3)) && !region.contains(line)) {
				add(found.group(1) != null, found.group(2), line);
			}
		}
		neighbours(source, used);
	}

	private static String declarations(TaggedSource source, String code) {
		return RECEIVER.matcher(code)
			.results()
			.map((receiver) -> Pattern.compile("\\b[A-Z]\\w*(<.*>)? " + receiver.group(1) + "( =|;)"))
			.flatMap((declaration) -> source.lines().stream().filter((line) -> declaration.matcher(line).find()))
			.map((line) -> line.split(" =")[0])
			.distinct()
			.collect(Collectors.joining("\n"));
	}

	/** Classes of the test's own package need no import there, but in an application. */
	private void neighbours(TaggedSource source, String used) {
		Matcher named = Pattern.compile(".*/java/(.*)/\\w+\\.java").matcher(source.name());
		if (named.matches()) {
			TYPE.matcher(used).results().map((type) -> type.group()).distinct().forEach((type) -> {
				Path file = this.project.root()
					.resolve("orm-engine/src/main/java/" + named.group(1) + "/" + type + ".java");
				if (Files.exists(file)) {
					this.types.add("import " + named.group(1).replace('/', '.') + "." + type + ";");
				}
			});
		}
	}

	private void add(boolean isStatic, String owner, String line) {
		if (isStatic) {
			this.members.add(FUNCTIONS.matcher(owner).matches() ? ALL_FUNCTIONS : line);
		}
		else {
			this.types.add(line);
		}
	}

	private static boolean uses(String code, String name) {
		return Pattern.compile("(?<![\\w.])" + name + "\\b").matcher(code).find();
	}

	/** All that were added: the platform's, the others, members. */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		block(lines, this.types.stream().filter((line) -> line.startsWith("import java.")).toList());
		block(lines, this.types.stream().filter((line) -> !line.startsWith("import java.")).toList());
		block(lines, List.copyOf(this.members));
		return lines;
	}

	private static void block(List<String> lines, List<String> block) {
		if (!lines.isEmpty() && !block.isEmpty()) {
			lines.add("");
		}
		lines.addAll(block);
	}

}
