package dev.orm.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation. A comment {@code snippet: path#tag} says that the code
 * block below it is a region of a source file, a comment {@code imports} that the one
 * below it lists what these regions import. Immutable.
 *
 * @param name how to call it in an error
 * @param lines its lines
 */
record Page(String name, List<String> lines) {

	private static final Pattern SNIPPET = Pattern.compile("\\s*<!-- snippet: (\\S+)#([\\w-]+) -->\\s*");

	private static final String IMPORTS = "<!-- imports -->";

	private static final String FENCE = "```";

	Page {
		lines = List.copyOf(lines);
	}

	/**
	 * Return the page as it should be: with each block as its source has it, and with the
	 * imports they need.
	 * @param sources finds a source file by its path
	 * @param imports collects what the blocks need
	 */
	Page with(Function<String, TaggedSource> sources, Imports imports) {
		return withBlocks(SNIPPET, (snippet) -> {
			TaggedSource source = sources.apply(snippet.group(1));
			List<String> region = source.region(snippet.group(2));
			imports.add(source, region);
			return region;
		}).withBlocks(Pattern.compile(IMPORTS), (marker) -> imports.lines());
	}

	/** Whether it has a place for the imports of its blocks. */
	boolean showsImports() {
		return this.lines.contains(IMPORTS);
	}

	private Page withBlocks(Pattern marker, Function<Matcher, List<String>> content) {
		List<String> result = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			String line = this.lines.get(i);
			result.add(line);
			Matcher found = marker.matcher(line);
			if (found.matches()) {
				int fence = i + 1;
				i = closingFence(fence);
				result.add(this.lines.get(fence));
				result.addAll(content.apply(found));
				result.add(this.lines.get(i));
			}
		}
		return new Page(this.name, result);
	}

	private int closingFence(int fence) {
		if (isFence(fence)) {
			for (int i = fence + 1; i < this.lines.size(); i++) {
				if (isFence(i)) {
					return i;
				}
			}
		}
		throw new IllegalStateException(
				"%s:%d: a code block must follow the snippet's comment, and end".formatted(this.name, fence));
	}

	private boolean isFence(int index) {
		return index < this.lines.size() && this.lines.get(index).startsWith(FENCE);
	}

	/** Return the lines outside of blocks of code. */
	List<String> prose() {
		List<String> prose = new ArrayList<>();
		boolean code = false;
		for (String line : this.lines) {
			if (line.strip().startsWith(FENCE)) {
				code = !code;
			}
			else if (!code) {
				prose.add(line);
			}
		}
		return prose;
	}

	String text() {
		return String.join("\n", this.lines) + "\n";
	}

}
