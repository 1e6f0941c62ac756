package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.CommandLine;
import dev.orm.migration.manage.Project;
import dev.orm.migration.command.Terminal;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.test.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.WEIGHT;
import static dev.orm.migration.ShopEvolution.products;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What users type and see, word for word, as their models, rows and branches change.
 */
class TranscriptTests implements Transcript.Stage {

	private static final Path FOLDER = Path.of("src/test/resources/transcripts");

	private static final Set<String> OF_DATABASE = Set.of("migrate", "showmigrations", "drift", "repair");

	private static final FieldDescription INDEXED_TITLE = FieldDescription
		.of("title", "title", String.class, Flag.INDEX)
		.size(200, 0, 0);

	private static final Map<String, ModelRegistry> MODELS = Map.ofEntries(
			Map.entry("products", products(NAME, CATEGORY)), Map.entry("weight", products(NAME, CATEGORY, WEIGHT)),
			Map.entry("weighed title", products(TITLE, CATEGORY, WEIGHT)),
			Map.entry("title", products(TITLE, CATEGORY)), Map.entry("note", products(TITLE, CATEGORY, NOTE)),
			Map.entry("stock", products(TITLE, CATEGORY, stock(Integer.class))),
			Map.entry("large stock", products(TITLE, CATEGORY, stock(Long.class))),
			Map.entry("indexed title", products(INDEXED_TITLE, CATEGORY, stock(Long.class))),
			Map.entry("indexed title, unique note",
					products(INDEXED_TITLE, CATEGORY,
							FieldDescription.of("note", "note", String.class, Flag.NULLABLE, Flag.UNIQUE))),
			Map.entry("label", products(NAME, CATEGORY, ShopEvolution.LABEL)),
			Map.entry("strict", products(FieldDescription.of("name", "name", String.class, Flag.UNIQUE).size(5, 0, 0),
					CATEGORY, ShopEvolution.LABEL)));

	@TempDir
	Path folder;

	private final TestDatabase database = TestDatabase.create();

	private ModelRegistry models = products(NAME, CATEGORY);

	private Path files = Path.of("");

	private static FieldDescription stock(Class<?> type) {
		return FieldDescription.of("stock", "stock", type);
	}

	static Stream<Path> transcripts() throws IOException {
		try (Stream<Path> all = Files.list(FOLDER)) {
			return all.filter(Files::isRegularFile).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("transcripts")
	void theTranscriptIsWhatIsSaid(Path file) throws IOException {
		this.files = this.folder.resolve("db");
		try (this.database) {
			new Transcript(this, this.folder).play(file);
		}
	}

	@Test
	void theTutorialIsWhatIsSaid() throws IOException {
		this.files = this.folder.resolve("db");
		Matcher parts = Pattern.compile("(?m)^<!-- (models: .*) -->$|^```\n(\\$ [\\s\\S]*?)^```$")
			.matcher(Files.readString(Path.of("../docs/tutorial/change-a-model.md")));
		int played = 0;
		try (this.database) {
			while (parts.find()) {
				if (parts.group(1) != null) {
					prepare(parts.group(1));
				}
				else {
					String expected = parts.group(2)
						.replace("./mvnw -q orm:", "")
						.replace("-Dto=", "")
						.replace("-Donline", "--online");
					assertThat(new Transcript(this, this.folder).play(expected).strip())
						.isEqualTo(expected.replaceAll("\\d+ ms", "n ms").strip());
					played++;
				}
			}
		}
		assertThat(played).isEqualTo(5);
	}

	@Override
	public ExitCode run(List<String> words, Terminal terminal) {
		List<String> there = words.stream()
			.map((word) -> word.replace("=src/main/resources/db", "=" + this.files))
			.toList();
		boolean asked = words.contains("--from-database");
		return new CommandLine(project(asked ? "migrate" : words.get(0)), terminal).run(there);
	}

	private Project project(String command) {
		return OF_DATABASE.contains(command) ? Project.ofDatabase(migrator(), () -> this.models)
				: Project.ofFiles(new MigrationFiles(this.files), () -> this.models);
	}

	private Migrator migrator() {
		return new Migrator(Flyway.configure()
			.dataSource(this.database.dataSource())
			.locations("filesystem:" + this.files.resolve("migration"))
			.load(), LockTimeout.STANDARD);
	}

	@Override
	public void prepare(String directive) throws IOException {
		String[] words = directive.split(": ", 2);
		switch (words[0]) {
			case "models" -> this.models = MODELS.get(words[1]);
			case "sql" -> this.database.execute(words[1]);
			case "delete" -> Files.delete(this.files.resolve(words[1]));
			case "online" -> new MigrationFiles(this.files)
				.write(new MigrationFiles(this.files).journal().online(Set.copyOf(Arrays.asList(words[1].split(" ")))));
			case "branch" -> GitBranches.branch(this.files, this.folder.resolve("theirs"));
			case "theirs" -> this.files = this.folder.resolve("theirs");
			case "yours" -> this.files = this.folder.resolve("db");
			case "git rebase" -> GitBranches.conflict(this.folder.resolve("theirs"), this.files);
			default -> {
				// a remark
			}
		}
	}

}
