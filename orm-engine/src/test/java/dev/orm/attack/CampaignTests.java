package dev.orm.attack;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The campaign in its short form: each attack that must find nothing, for a moment. */
class CampaignTests {

	static List<Attack> attacks() {
		return List.of(new NthCallAttack(), new HostileAttack(), new MemoryAttack(), new AbortedTransactionAttack(),
				new ExtremeValueAttack(), new NumberAttack());
	}

	@ParameterizedTest
	@MethodSource("attacks")
	void nothingIsLostDoubledOrLeft(Attack attack) {
		Ledger ledger = new Ledger();

		attack.run(ledger, Deadline.in(Duration.ofSeconds(1)));

		assertThat(ledger.findings()).as(attack.name()).isEmpty();
		assertThat(ledger.operations()).isPositive();
	}

}
