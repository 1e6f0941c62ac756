package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users type and see, word for word. Lines that begin with {@code $} are commands,
 * those with {@code > } hold answers, those with {@code #} change the world around. With
 * {@code -Dtranscripts.update=true} the files are written anew.
 */
final class Transcript {

	private static final Pattern ANSWER = Pattern.compile("(?m)(?:^|: |them )> (.*)$");

	private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

	private final Stage stage;

	private final Path folder;

	/**
	 * Create one.
	 * @param stage where it is played
	 * @param folder what paths that are said begin with, and nobody is shown
	 */
	Transcript(Stage stage, Path folder) {
		this.stage = stage;
		this.folder = folder;
	}

	/** Play a file, and require that it is what is said. */
	void play(Path file) throws IOException {
		String expected = Files.readString(file);
		StringBuilder actual = new StringBuilder();
		for (String part : expected.split("(?m)^(?=[$#])")) {
			actual.append(play(part));
		}
		if (Boolean.getBoolean("transcripts.update")) {
			Files.writeString(file, actual);
		}
		assertThat(actual.toString()).as(file.toString()).isEqualTo(expected);
	}

	/** Play one command, or make one change; what is said. */
	String play(String part) throws IOException {
		String line = part.lines().findFirst().orElse("");
		if (line.startsWith("# ")) {
			this.stage.prepare(line.substring(2));
			return part;
		}
		if (!line.startsWith("$ ")) {
			return part;
		}
		Matcher answers = ANSWER.matcher(part.substring(line.length()));
		RecordedTerminal terminal = new RecordedTerminal(
				answers.results().map((answer) -> answer.group(1)).toArray(String[]::new));
		ExitCode code = this.stage.run(words(line.substring(2)), terminal);
		String said = terminal.said().replace(this.folder.toString() + "/", "").replaceAll("\\d+ ms", "n ms");
		return line + "\n" + said + ((code == ExitCode.FINE) ? "" : "exit " + code.code() + "\n") + "\n";
	}

	private static List<String> words(String line) {
		List<String> words = new ArrayList<>();
		Matcher word = WORD.matcher(line);
		while (word.find()) {
			words.add(word.group().replace("\"", ""));
		}
		return words;
	}

	/** Where commands run. */
	interface Stage {

		/** Run a command. */
		ExitCode run(List<String> words, Terminal terminal);

		/** Change the world around. */
		void prepare(String directive) throws IOException;

	}

}
