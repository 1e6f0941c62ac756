package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.migration.problem.MigrationException;
import dev.orm.migration.problem.MigrationProblem;
import dev.orm.model.FieldDescription;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.JdbcTemplate;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.LABEL;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A database of one's own that ran migrations before they were put after those of the
 * shared branch.
 */
class RenumberingTests {

	private static final FieldDescription STOCK = FieldDescription.of("stock", "stock", Integer.class);

	@TempDir
	Path folder;

	private final TestDatabase database = TestDatabase.create();

	private ModelRegistry models = products(NAME, CATEGORY);

	private Path files = Path.of("");

	private String said = "";

	@BeforeEach
	void twoBranches() throws IOException {
		this.files = this.folder.resolve("db");
		make();
		GitBranches.branch(this.files, theirs());
		make("note", "", NAME, CATEGORY, NOTE);
		make("stock", "shop_product.stock=0", NAME, CATEGORY, NOTE, STOCK);
		this.files = theirs();
		make("coupon", "shop_product.label=''", NAME, CATEGORY, LABEL);
		this.files = this.folder.resolve("db");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	private Path theirs() {
		return this.folder.resolve("theirs");
	}

	private void make(String name, String fill, FieldDescription... fields) {
		this.models = products(fields);
		List<String> options = fill.isEmpty() ? List.of("--name=" + name) : List.of("--name=" + name, "--fill=" + fill);
		make(options.toArray(String[]::new));
	}

	private void make(String... options) {
		List<String> words = Stream.concat(Stream.of("makemigrations"), Stream.of(options)).toList();
		assertThat(run(words)).as(this.said).isEqualTo(ExitCode.FINE);
	}

	private ExitCode run(List<String> words) {
		RecordedTerminal terminal = new RecordedTerminal();
		Project project = words.get(0).contains("migrate") && !words.get(0).startsWith("make")
				? Project.ofDatabase(migrator(), () -> this.models)
				: Project.ofFiles(new MigrationFiles(this.files), () -> this.models);
		ExitCode code = new CommandLine(project, terminal).run(words);
		this.said = terminal.said().replaceAll("\\d+ ms", "n ms");
		return code;
	}

	private Migrator migrator() {
		return new Migrator(Flyway.configure()
			.dataSource(this.database.dataSource())
			.locations("filesystem:" + this.files.resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	private void rebase() throws IOException {
		GitBranches.conflict(theirs(), this.files);
		assertThat(run(List.of("rebase"))).as(this.said).isEqualTo(ExitCode.FINE);
	}

	private MigrationProblem problem() {
		MigrationException[] thrown = new MigrationException[1];
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrator().migrate())
			.satisfies((ex) -> thrown[0] = ex);
		this.said = String.valueOf(thrown[0].getMessage());
		return thrown[0].problem();
	}

	private List<String> query(String sql) {
		return new JdbcTemplate(this.database.dataSource()).queryForList(sql, String.class);
	}

	@Test
	void rebaseNamesTheCommand() throws IOException {
		rebase();
		assertThat(this.said).isEqualTo("""
				  on the shared branch: V0002__coupon      yours: V0002__note -> V0003__note
				  on the shared branch: V0002__coupon      yours: V0003__stock -> V0004__stock
				  replays on V0002__coupon; git add %s and continue
				  a database of yours that ran V0002__note, V0003__stock: migrate re-records it
				""".formatted(this.files));
	}

	@Test
	void aStartSaysWhatRanUnderAnOldVersion() throws IOException {
		migrator().migrate();
		rebase();
		assertThat(problem()).isEqualTo(MigrationProblem.RENUMBERED);
		assertThat(this.said)
			.startsWith("Ran under an old version: V0002__note -> V0003__note, V0003__stock -> V0004__stock")
			.contains("ORM_COMMAND=migrate")
			.doesNotContain("repair");
	}

	@Test
	void migrateRecordsItAnewAndRunsWhatCameInBetween() throws IOException {
		migrator().migrate();
		this.database.execute("INSERT INTO shop_category (name) VALUES ('all')",
				"INSERT INTO shop_product (name, category_id, note, stock) VALUES ('first', 1, 'kept', 7)");
		rebase();
		assertThat(run(List.of("migrate", "--plan"))).isEqualTo(ExitCode.FINE);
		assertThat(this.said).contains("re-recorded without running: V0002__note -> V0003__note");
		assertThat(run(List.of("migrate"))).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  re-recorded: V0002__note -> V0003__note
				  re-recorded: V0003__stock -> V0004__stock
				  V0002__coupon   done in n ms
				""");
		assertThat(migrator().version()).isEqualTo(new Version("0004"));
		assertThat(migrator().drift().changes()).isEmpty();
		assertThat(migrator().status()).extracting(MigrationStatus::state).containsOnly(State.APPLIED);
		assertThat(migrator().migrate()).isZero();
		assertThat(query("SELECT note FROM shop_product")).containsExactly("kept");
		migrator().rollBack(new Version("0001"));
		assertThat(migrator().drift().changes()).isEmpty();
		assertThat(migrator().migrate()).isEqualTo(3);
	}

	@Test
	void onlyWhatRanIsRecorded() throws IOException {
		migrator().migrate(new Version("0002"));
		rebase();
		assertThat(run(List.of("migrate"))).as(this.said).isEqualTo(ExitCode.FINE);
		assertThat(this.said).isEqualTo("""
				  re-recorded: V0002__note -> V0003__note
				  V0002__coupon   done in n ms
				  V0004__stock   done in n ms
				""");
		assertThat(migrator().drift().changes()).isEmpty();
	}

	@Test
	void aStepThatIsRunAgainByIntentionIsNoMovedOne() throws IOException {
		migrator().migrate();
		Path again = this.files.resolve("migration/V0009__note.sql");
		Files.move(this.files.resolve("migration/V0002__note.sql"), again);
		assertThat(migrator().renumbered()).isEmpty();
		assertThat(problem()).isEqualTo(MigrationProblem.MISSING);
	}

	@Test
	void aFileOfAnotherBranchIsNotTakenForAChangedOne() {
		migrator().migrate();
		this.files = theirs();
		assertThat(problem()).isEqualTo(MigrationProblem.REPLACED);
		assertThat(this.said).startsWith("V0002__note ran here, not V0002__coupon.")
			.contains("perhaps on another branch", "Do not repair")
			.doesNotContain("run repair");
		assertThat(migrator().renumbered()).isEmpty();
	}

}
