package dev.orm.docs;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A source file with regions between {@code tag::name[]} and {@code end::name[]}, as
 * Asciidoctor has them. Immutable.
 *
 * @param name how to call it in an error
 * @param lines its lines
 */
record TaggedSource(String name, List<String> lines) {

	private static final Predicate<String> MARK = Pattern.compile("\\b(tag|end)::[\\w-]+\\[]").asPredicate();

	TaggedSource {
		lines = List.copyOf(lines);
	}

	/**
	 * Return the lines of a region, without marks and without the indentation they share.
	 */
	List<String> region(String tag) {
		int start = only("tag::" + tag + "[]");
		int end = only("end::" + tag + "[]");
		if (end < start) {
			throw new IllegalStateException("%s: '%s' ends before it starts".formatted(this.name, tag));
		}
		List<String> region = this.lines.subList(start + 1, end).stream().filter(MARK.negate()).toList();
		int shared = region.stream().filter((line) -> !line.isBlank()).mapToInt(TaggedSource::indent).min().orElse(0);
		return region.stream().map((line) -> line.isBlank() ? "" : line.substring(shared)).toList();
	}

	private int only(String mark) {
		int[] found = IntStream.range(0, this.lines.size())
			.filter((index) -> this.lines.get(index).contains(mark))
			.toArray();
		if (found.length != 1) {
			throw new IllegalStateException("%s has '%s' %d times, not once".formatted(this.name, mark, found.length));
		}
		return found[0];
	}

	private static int indent(String line) {
		return line.length() - line.stripLeading().length();
	}

}
