package dev.orm.migration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.orm.journal.Journal;
import dev.orm.journal.JournalException;
import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Rollback;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.JdbcTemplate;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What people do to journals, files and histories by hand: each is named with its place
 * and its way out, and history and schema agree afterwards.
 */
class BadInputTests extends ShopCommands {

	@BeforeEach
	void twoMigrations() {
		assertThat(files("makemigrations")).as(this.said).isEqualTo(ExitCode.FINE);
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(files("makemigrations")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	private void write(String file, String text) throws IOException {
		Files.writeString(this.folder.resolve(file), text);
	}

	private Path journal() {
		return this.folder.resolve("schema.journal");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void whateverIsDoneToAJournalIsNamedWithItsLine(long seed) throws IOException {
		String whole = Files.readString(Path.of("../demo-shop/src/main/resources/db/schema.journal"));
		Random random = new Random(seed);
		int refused = 0;
		for (int i = 0; i < 150; i++) {
			String broken = broken(whole, random);
			try {
				Journal.parse("schema.journal", broken);
			}
			catch (JournalException ex) {
				refused++;
				assertThat(ex.line()).isBetween(1, broken.split("\n", -1).length);
				assertThat(ex.getMessage()).startsWith("schema.journal:" + ex.line() + ": ");
			}
		}
		assertThat(refused).isGreaterThan(75);
	}

	private static String broken(String whole, Random random) {
		int place = random.nextInt(whole.length());
		List<String> lines = new ArrayList<>(List.of(whole.split("\n")));
		int line = random.nextInt(lines.size());
		switch (random.nextInt(7)) {
			case 0 -> {
				return whole.substring(0, place) + whole.substring(Math.min(whole.length(), place + 3));
			}
			case 1 -> {
				return whole.substring(0, place)
						+ List.of("'", "\"", "(", ")", ",", "->", "\u0000", "V1__x\n").get(random.nextInt(8))
						+ whole.substring(place);
			}
			case 2 -> lines.remove(line);
			case 3 -> lines.add(line, lines.get(line));
			case 4 -> lines.add(random.nextInt(lines.size()), lines.remove(line));
			case 5 -> lines.set(line, lines.get(line).replaceFirst("\\w+", "x"));
			default -> lines.set(line, lines.get(line).substring(0, random.nextInt(lines.get(line).length() + 1)));
		}
		return String.join("\n", lines);
	}

	@Test
	void aJournalInAnotherEncodingIsNamed() throws IOException {
		Files.write(journal(),
				Files.readString(journal())
					.replace("+ table shop_product", "# Größe\n+ table shop_product")
					.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(files("check")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("Cannot read", "schema.journal", "MalformedInput");
	}

	@Test
	void aMarkOfTheEncodingIsNoPartOfTheJournal() throws IOException {
		Files.writeString(journal(), "\uFEFF" + Files.readString(journal()).replace("\n", "\r\n"));
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void anUndoMayHoldALongLiteral() throws IOException {
		migrator().migrate();
		write("undo/U0002__product_note.sql", "COMMENT ON TABLE shop_product IS '" + "it''s long; ".repeat(20_000)
				+ "';\nALTER TABLE shop_product DROP COLUMN note;\n");
		assertThat(migrator().rollBack(new Version("1"))).extracting(Rollback.Done::title)
			.containsExactly("V0002__product_note");
	}

	@Test
	void anUndoThatSaysConcurrentlyRunsApartHoweverItIsWritten() throws IOException {
		migrator().migrate();
		write("undo/U0002__product_note.sql",
				"create index concurrently by_name on shop_product (name);\nALTER TABLE shop_product DROP COLUMN note;\n");
		assertThat(migrator().rollBack(new Version("1"))).hasSize(1);
	}

	@Test
	void aCommentThatSaysConcurrentlyKeepsTheUndoInOneTransaction() throws IOException {
		migrator().migrate();
		write("undo/U0002__product_note.sql",
				"-- drop the INDEX CONCURRENTLY elsewhere\nCOMMENT ON TABLE shop_product IS 'INDEX CONCURRENTLY';\nSELECT 1 / 0;\n");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().rollBack(new Version("1")))
			.withMessageContaining("U0002__product_note.sql:3: ");
		assertThat(new JdbcTemplate(this.database.dataSource())
			.queryForList("SELECT obj_description('shop_product'::regclass)", String.class)).containsOnlyNulls();
	}

	@Test
	void aMigrationThatFailedHalfWayIsNotPassedOver() throws IOException {
		write("migration/V0003__half.sql",
				"CREATE INDEX CONCURRENTLY by_note ON shop_product (note);\nCREATE INDEX CONCURRENTLY broken ON nothing (id);\n");
		write("undo/U0003__half.sql", "DROP INDEX CONCURRENTLY by_note;\n");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate());
		assertThat(database("migrate", "0001")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("V0003__half failed half-way, and nothing before it can be taken back")
			.contains("ORM_COMMAND=repair");
		assertThat(migrator().status()).extracting(MigrationStatus::state)
			.containsExactly(State.APPLIED, State.APPLIED, State.FAILED);
	}

	@Test
	void aMigrationWithoutAFileIsNotPassedOver() throws IOException {
		write("migration/V0003__last.sql", "SELECT 1;\n");
		write("undo/U0003__last.sql", "");
		migrator().migrate();
		Files.delete(this.folder.resolve("migration/V0002__product_note.sql"));
		assertThat(database("migrate", "0001")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).startsWith("V0002__product_note ran here, and has no file");
		assertThat(migrator().version()).isEqualTo(new Version("0003"));
		assertThat(database("migrate", "0002")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void anOlderVersionOfTheApplicationTakesNothingBack() throws IOException {
		migrator().migrate();
		Files.delete(this.folder.resolve("migration/V0002__product_note.sql"));
		assertThat(database("migrate", "0001")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("use the version of the application that has it");
	}

	@Test
	void aFileThatIsAnotherOneIsNotTakenForAChangedOne() throws IOException {
		migrator().migrate();
		Files.delete(this.folder.resolve("migration/V0002__product_note.sql"));
		write("migration/V0002__other.sql", "SELECT 1;\n");
		assertThat(database("repair", "--checksums")).isEqualTo(ExitCode.USAGE);
		assertThat(this.said).contains("V0002__product_note ran here, not V0002__other.");
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.satisfies((ex) -> assertThat(ex.problem()).isEqualTo(MigrationProblem.REPLACED));
	}

	@Test
	void aStepThatWaitsCanBeDiscarded() {
		this.models = products(TITLE, CATEGORY, NOTE);
		files("makemigrations", "--online", "--rename=shop_product.name:title");
		assertThat(files("discard")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("product_title_contract still waits; if it is part of what is gone: "
				+ "discard product_title_contract");
		assertThat(files("discard", "product_title_contract")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("  product_title_contract is gone, and waits no longer\n");
		assertThat(this.folder.resolve("pending")).isEmptyDirectory();
		assertThat(files("discard")).isEqualTo(ExitCode.FINE);
		this.models = products(NAME, CATEGORY, NOTE);
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
	}

	@Test
	void aConfigurationWrittenByHandCounts() throws IOException {
		write("migration/V0002__product_note.sql.conf", "# by hand\nexecuteInTransaction = false\n");
		assertThat(files("revert", "0002")).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.folder.resolve("migration/V0003__revert_product_note.sql.conf")).exists();
	}

}
