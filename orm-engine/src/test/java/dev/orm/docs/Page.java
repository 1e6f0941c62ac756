package dev.orm.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation. A comment {@code snippet: path#tag} says that the code
 * block below it is a region of a source file. Immutable.
 *
 * @param name how to call it in an error
 * @param lines its lines
 */
record Page(String name, List<String> lines) {

	private static final Pattern SNIPPET = Pattern.compile("\\s*<!-- snippet: (\\S+)#([\\w-]+) -->\\s*");

	private static final String FENCE = "```";

	Page {
		lines = List.copyOf(lines);
	}

	/**
	 * Return the page as it should be: with each block as its source has it.
	 * @param sources finds a source file by its path
	 */
	Page withSnippets(Function<String, TaggedSource> sources) {
		List<String> result = new ArrayList<>();
		for (int i = 0; i < this.lines.size(); i++) {
			String line = this.lines.get(i);
			result.add(line);
			Matcher snippet = SNIPPET.matcher(line);
			if (snippet.matches()) {
				int fence = i + 1;
				i = closingFence(fence);
				result.add(this.lines.get(fence));
				result.addAll(sources.apply(snippet.group(1)).region(snippet.group(2)));
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

	String text() {
		return String.join("\n", this.lines) + "\n";
	}

}
