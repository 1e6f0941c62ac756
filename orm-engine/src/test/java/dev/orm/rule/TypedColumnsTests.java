package dev.orm.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is written once for each number of typed columns is one text with a number in it.
 * With {@code -Dcolumns.update=true} the sources are rewritten instead; format them then.
 */
class TypedColumnsTests {

	@Test
	void querysetsOfTypedColumnsDifferInNothingButTheirNumber() throws IOException {
		isGenerated("Columns", TypedColumns.ofColumns());
	}

	@Test
	void methodsThatSelectTypedColumnsDifferInNothingButTheirNumber() throws IOException {
		isGenerated("Projecting", TypedColumns.ofProjecting());
	}

	/** Line breaks and indents are the formatter's. */
	private static void isGenerated(String type, List<String> members) throws IOException {
		Path file = source(type);
		String code = Files.readString(file);
		String head = code.substring(0, code.lastIndexOf("/**", code.indexOf(" 1 typed column")));
		String expected = head + String.join("\n", members) + "\n}\n";
		if (Boolean.getBoolean("columns.update")) {
			Files.writeString(file, expected);
			return;
		}
		assertThat(squeezed(code)).as("%s is not what -Dcolumns.update=true would write", file)
			.isEqualTo(squeezed(expected));
	}

	private static String squeezed(String code) {
		return code.replaceAll("\\s+", "");
	}

	private static Path source(String type) {
		Path folder = Path.of("src/main/java/dev/orm");
		return Files.exists(folder) ? folder.resolve(type + ".java")
				: Path.of("orm-engine").resolve(folder).resolve(type + ".java");
	}

}
