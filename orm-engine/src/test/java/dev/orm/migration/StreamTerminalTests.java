package dev.orm.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import dev.orm.migration.command.StreamTerminal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a terminal tells people to type, by the door they came through. */
class StreamTerminalTests {

	private static String typed(String command, boolean maven) {
		return new StreamTerminal(new StringBuilder(), null, maven).command(command);
	}

	@Test
	void aGoalOfMavenTakesWhatACommandIsAboutAsAnOption() {
		assertThat(typed("makemigrations", true)).isEqualTo("./mvnw orm:makemigrations");
		assertThat(typed("contract product_title_contract", true))
			.isEqualTo("./mvnw orm:contract -Dname=product_title_contract");
		assertThat(typed("migrate zero", true)).isEqualTo("./mvnw orm:migrate -Dto=zero");
		assertThat(typed("migrate --prune", true)).isEqualTo("./mvnw orm:migrate -Dprune");
	}

	@Test
	void elsewhereACommandIsTypedAsItIs() {
		assertThat(typed("migrate zero", false)).isEqualTo("migrate zero");
	}

	@Test
	void nobodySitsAtAProcessWhoseInputIsNoTerminal() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), Attended.class.getName())
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		assertThat(said).isEqualToNormalizingNewlines("false Optional.empty\n");
	}

	/** Says whether somebody is there, and asks. */
	static final class Attended {

		public static void main(String[] words) {
			boolean attended = StreamTerminal.isAttended();
			StreamTerminal.ofProcess(false)
				.say(attended + " " + StreamTerminal.ofProcess(attended).ask("type  yes  to lose them "));
		}

	}

}
