package dev.orm.boot.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** Reads the rows of a file of Django's format. */
final class FixtureFile {

	/** It reads one row after the other. */
	private final JsonMapper mapper = JsonMapper.builder()
		.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private final ResourceLoader loader;

	FixtureFile(ResourceLoader loader) {
		this.loader = loader;
	}

	/**
	 * Read a file.
	 * @param file its name on the class path, or with a scheme
	 * @return its rows, in order
	 * @throws FixtureException if it is not there, or no list of rows
	 */
	List<FixtureRow> read(String file) {
		Resource resource = this.loader.getResource(file);
		if (!resource.exists()) {
			throw new FixtureException(file, 1, "there is no such file", null);
		}
		List<FixtureRow> rows = new ArrayList<>();
		try (InputStream in = resource.getInputStream(); JsonParser parser = this.mapper.createParser(in)) {
			if (parser.nextToken() != JsonToken.START_ARRAY) {
				throw new FixtureException(file, 1, "a fixture is a list of rows", null);
			}
			while (parser.nextToken() == JsonToken.START_OBJECT) {
				int line = parser.currentTokenLocation().getLineNr();
				rows.add(row(file, line, this.mapper.readTree(parser)));
			}
		}
		catch (JacksonException ex) {
			throw new FixtureException(file, (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 1,
					ex.getOriginalMessage(), ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
		return rows;
	}

	private static FixtureRow row(String file, int line, JsonNode node) {
		if (!node.path("model").isString() || !node.path("fields").isObject()) {
			throw new FixtureException(file, line, "a row has 'model' and 'fields', and 'pk' where it is known", null);
		}
		return new FixtureRow(file, line, node.path("model").stringValue(), node.path("pk"), node.path("fields"));
	}

}
