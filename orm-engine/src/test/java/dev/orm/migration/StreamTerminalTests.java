package dev.orm.migration;

import dev.orm.migration.manage.StreamTerminal;
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

}
