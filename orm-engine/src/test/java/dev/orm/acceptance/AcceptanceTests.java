package dev.orm.acceptance;

import java.nio.file.Path;

import dev.orm.acceptance.CaseOutcome.Status;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs all acceptance cases; {@code -Dacceptance.folder} names other ones. */
class AcceptanceTests {

	@Test
	void everyCaseGetsTheAnswerOfDjango() {
		String folder = System.getProperty("acceptance.folder", "");
		try (AcceptanceRunner runner = new AcceptanceRunner(folder.isEmpty() ? null : Path.of(folder))) {
			assertAllPass(runner.runAll());
		}
	}

	@Test
	void classesWrittenFromTheDescriptionAnswerAsThoseWrittenByHand() {
		try (AcceptanceRunner runner = new AcceptanceRunner(new CaseReader(null), true)) {
			AcceptanceReport report = runner.runAll();

			assertThat(report.notes()).isEmpty();
			assertAllPass(report);
		}
	}

	/** Made at random, and answered by Django 5.2.19 on PostgreSQL 18.6. */
	@Test
	void randomCasesGetTheAnswerOfDjango() {
		try (AcceptanceRunner runner = new AcceptanceRunner(Path.of("src/test/resources/acceptance-random"))) {
			assertAllPass(runner.runAll());
		}
	}

	private static void assertAllPass(AcceptanceReport report) {
		String details = report.summary() + "\n" + String.join("\n", report.lines());
		assertThat(report.outcomes()).isNotEmpty();
		assertThat(report.count(Status.FAILED)).as(details).isZero();
		assertThat(report.count(Status.UNSUPPORTED)).as(details).isZero();
	}

}
