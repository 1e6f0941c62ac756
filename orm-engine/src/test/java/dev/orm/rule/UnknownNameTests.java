package dev.orm.rule;

import java.util.List;
import java.util.stream.IntStream;

import dev.orm.error.detail.UnknownName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a name nobody knows is guessed to mean. */
class UnknownNameTests {

	private static UnknownName name(String name, String... choices) {
		return UnknownName.of("Seat", name, List.of(choices));
	}

	@Test
	void theClosestChoiceIsMeantWhateverItsCase() {
		assertThat(name("Nuber", "lumber", "number", "hall").suggestion()).contains("number");
	}

	@Test
	void aThirdOfTheNameMayBeWrong() {
		assertThat(name("numxer", "number").suggestion()).contains("number");
		assertThat(name("nuxxer", "number").suggestion()).contains("number");
		assertThat(name("nxxxer", "number").suggestion()).isEmpty();
	}

	@Test
	void lettersThatChangedPlacesAreOneMistake() {
		assertThat(name("nmae", "name", "price").suggestion()).contains("name");
		assertThat(name("pirce", "name", "price").suggestion()).contains("price");
		assertThat(name("eman", "name").suggestion()).isEmpty();
	}

	@Test
	void hundredsOfChoicesAreCounted() {
		List<String> many = IntStream.range(0, 300).mapToObj((i) -> "column" + i).toList();
		assertThat(UnknownName.of("Seat", "colunm7", many).words())
			.isEqualTo(" Did you mean 'column7'? Choices: 300 names");
	}

	@Test
	void aLetterIsNoGuessAtAnother() {
		assertThat(name("n", "m", "o").suggestion()).isEmpty();
		assertThat(name("", "m").suggestion()).isEmpty();
	}

	@Test
	void aNameOfAnyLengthIsAnswered() {
		assertThat(name("x".repeat(1_000_000), "number", "hall").suggestion()).isEmpty();
	}

	@Test
	void theWordsNameTheGuessAndAllChoices() {
		assertThat(name("nunber", "hall", "number").words()).isEqualTo(" Did you mean 'number'? Choices: hall, number");
		assertThat(name("nunber").words()).isEqualTo(" Choices: (none)");
	}

}
