package dev.orm.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

import dev.orm.acceptance.CaseOutcome.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Folders with models of their own, whose classes are written and compiled first. */
class OtherModelsTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final AcceptanceRun run = new AcceptanceRun(new PrintStream(this.printed, true, StandardCharsets.UTF_8));

	private static Path folder() throws URISyntaxException {
		return Path.of(Objects.requireNonNull(OtherModelsTests.class.getResource("/acceptance-models")).toURI());
	}

	private List<String> lines() {
		return this.printed.toString(StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void everyCaseOfOtherModelsGetsTheAnswerOfDjango() throws URISyntaxException {
		AcceptanceReport report = this.run.folders(folder());

		assertThat(report.lines()).isEmpty();
		assertThat(report.count(Status.PASSED)).isEqualTo(report.outcomes().size()).isGreaterThan(200);
		assertThat(lines()).last().asString().startsWith("all 2 folders: ");
	}

	@Test
	void aBrokenCaseOptionOrFolderIsNamedAndEndsNothing(@TempDir Path folder) throws URISyntaxException, IOException {
		Path names = Files.createDirectories(folder.resolve("names"));
		copy(folder().resolve("names"), names, "schema.sql", "data.sql", "models.json");
		Files.writeString(names.resolve("models.json"), Files.readString(names.resolve("models.json"))
			.replaceFirst("\"auto_created\": false", "\"auto_created\": false, \"managed\": \"no\""));
		write(names.resolve("cases.jsonl.gz"), """
				{"id": "unknown-model", "model": "Nothing"}
				{"id": "no json
				{"id": "unknown-step", "steps": [{"model": "Object", "terminal": {"rel": {"pk": 1, "name": "no"}}}]}
				{"id": "unanswered", "model": "Object"}
				{"id": "right", "model": "Object", "terminal": "count"}
				""");
		write(names.resolve("expected.jsonl.gz"), """
				{"id": "unknown-model", "result": []}
				{"id": "unknown-step", "steps": [{"result": null}], "tables": {}}
				{"id": "right", "result": 3}
				""");
		Path broken = Files.createDirectories(folder.resolve("broken"));
		copy(names, broken, "cases.jsonl.gz", "expected.jsonl.gz");
		Files.writeString(broken.resolve("schema.sql"), "CREATE NOTHING");
		Path unanswered = Files.createDirectories(folder.resolve("unanswered"));
		Files.writeString(unanswered.resolve("cases.jsonl"), "{\"id\": \"alone\", \"model\": \"Object\"}");
		Files.writeString(unanswered.resolve("expected.jsonl.gz"), "no archive");

		AcceptanceReport report = this.run.folders(folder);

		assertThat(report.count(Status.PASSED)).isEqualTo(1);
		assertThat(report.count(Status.FAILED)).isEqualTo(10);
		assertThat(lines()).anyMatch((line) -> line.startsWith("names: FAILED unknown-model "))
			.anyMatch((line) -> line.startsWith("names: FAILED unknown-step "))
			.anyMatch((line) -> line.startsWith("names: FAILED unanswered "))
			.anyMatch((line) -> line.startsWith("names: FAILED cases.jsonl:2 (no JSON) "))
			.contains("names: UNSUPPORTED OPTION Object: managed \"no\"",
					"names: 1 passed, 4 failed, 0 unsupported, 1 unsupported options",
					"broken: 0 passed, 5 failed, 0 unsupported", "unanswered: 0 passed, 1 failed, 0 unsupported")
			.anyMatch((line) -> line.startsWith("unanswered: NOTHING RUN "))
			.anyMatch((line) -> line.startsWith("broken: NOTHING RUN ") && line.contains("CREATE NOTHING"));
	}

	@Test
	void choicesAreWrittenAndATimeZoneIsNamed(@TempDir Path folder) throws URISyntaxException, IOException {
		copy(folder().resolve("names"), folder, "schema.sql", "data.sql", "models.json");
		Files.writeString(folder.resolve("models.json"),
				Files.readString(folder.resolve("models.json"))
					.replaceFirst("\"models\": ", "\"time_zone\": \"Asia/Tokyo\", \"use_tz\": false, \"models\": ")
					.replaceFirst("\"time_zone\": \"UTC\", \"use_tz\": true, ", ""));
		Files.writeString(folder.resolve("cases.jsonl"),
				"{\"id\": \"right\", \"model\": \"Object\", \"terminal\": \"count\"}");
		Files.writeString(folder.resolve("expected.jsonl"), "{\"id\": \"right\", \"result\": 3}");

		AcceptanceReport report = this.run.folders(folder);

		assertThat(report.count(Status.PASSED)).isEqualTo(1);
		assertThat(lines()).contains("UNSUPPORTED OPTION time_zone \"Asia/Tokyo\"", "UNSUPPORTED OPTION use_tz false",
				"1 passed, 0 failed, 0 unsupported, 2 unsupported options");
	}

	private static void copy(Path from, Path to, String... names) throws IOException {
		for (String name : names) {
			Files.copy(from.resolve(name), to.resolve(name));
		}
	}

	private static void write(Path file, String text) throws IOException {
		try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

}
