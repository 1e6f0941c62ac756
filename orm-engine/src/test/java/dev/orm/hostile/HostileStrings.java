package dev.orm.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads the corpus: a string a line, with Java's escapes. */
public final class HostileStrings {

	private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

	private HostileStrings() {
	}

	public static List<String> all() {
		List<String> strings = new ArrayList<>();
		text().lines().map(HostileStrings::unescape).forEach(strings::add);
		strings.add("");
		strings.add("x".repeat(40_000));
		strings.add("a__".repeat(5_000) + "b");
		strings.add("category__".repeat(3_000) + "name");
		strings.add("'".repeat(10_000));
		return strings;
	}

	private static String unescape(String line) {
		return ESCAPE.matcher(line)
			.replaceAll((match) -> java.util.regex.Matcher.quoteReplacement(character(match.group(1))));
	}

	private static String character(String escape) {
		return switch (escape.charAt(0)) {
			case 'n' -> "\n";
			case 'r' -> "\r";
			case 't' -> "\t";
			case 'u' -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
			default -> escape;
		};
	}

	private static String text() {
		try (InputStream in = HostileStrings.class.getResourceAsStream("/hostile/strings.txt")) {
			return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
