package dev.orm.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads cases, plain or gzipped, from a folder; what the folder does not have (schema,
 * data, models) comes from the copy in the test resources.
 */
final class CaseReader {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final @Nullable Path folder;

	CaseReader(@Nullable Path folder) {
		this.folder = folder;
	}

	/** A case without an answer, and an answer without a case, are cases that fail. */
	List<AcceptanceCase> cases() {
		Map<String, JsonNode> expected = new LinkedHashMap<>();
		lines("expected.jsonl").forEach((answer) -> expected.put(answer.path("id").asString(), ofToday(answer)));
		List<AcceptanceCase> cases = new ArrayList<>();
		for (JsonNode body : lines("cases.jsonl")) {
			String id = body.path("id").asString();
			JsonNode answer = expected.remove(id);
			cases.add(new AcceptanceCase(id, body, (answer != null) ? answer : missing(id)));
		}
		expected.forEach((id, answer) -> cases.add(new AcceptanceCase(id, missing(id), answer)));
		return cases;
	}

	/** Put today where an answer says {@code "$today"}. */
	private static JsonNode ofToday(JsonNode answer) {
		String day = "{\"$date\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}";
		return MAPPER.readTree(answer.toString().replace("\"$today\"", day));
	}

	private static JsonNode missing(String id) {
		return MAPPER.createObjectNode().put("id", id).put("missing", true);
	}

	/** Whether the models are those of the test resources. */
	boolean hasShopModels() {
		return MAPPER.readTree(text("models.json")).equals(MAPPER.readTree(new CaseReader(null).text("models.json")));
	}

	ModelCatalog models() {
		return ModelCatalog.of(MAPPER.readTree(text("models.json")));
	}

	String text(String name) {
		try (InputStream stream = open(name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + name, ex);
		}
	}

	private List<JsonNode> lines(String name) {
		List<JsonNode> nodes = new ArrayList<>();
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
			int number = 1;
			for (String line = reader.readLine(); line != null; line = reader.readLine(), number++) {
				if (!line.isBlank()) {
					nodes.add(parsed(line, name + ":" + number));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + name, ex);
		}
		return nodes;
	}

	private static JsonNode parsed(String line, String place) {
		try {
			return MAPPER.readTree(line);
		}
		catch (JacksonException ex) {
			return missing(place + " (no JSON)");
		}
	}

	private InputStream open(String name) throws IOException {
		if (this.folder != null) {
			Path plain = this.folder.resolve(name);
			Path zipped = this.folder.resolve(name + ".gz");
			if (Files.exists(plain)) {
				return Files.newInputStream(plain);
			}
			if (Files.exists(zipped)) {
				return new GZIPInputStream(Files.newInputStream(zipped));
			}
			if (name.endsWith(".jsonl")) {
				throw new IOException("Neither " + plain + " nor " + zipped + " exists");
			}
		}
		InputStream resource = CaseReader.class.getResourceAsStream("/acceptance/" + name);
		if (resource == null) {
			throw new IOException("No resource /acceptance/" + name);
		}
		return resource;
	}

}
