package dev.orm.processor;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes the index of models, one on each line, in which the application finds them, and
 * what the source code says of them, without scanning or loading.
 */
final class IndexWriter {

	static final String RESOURCE = "META-INF/dev.orm/models";

	private final Filer filer;

	private final Elements elements;

	IndexWriter(Filer filer, Elements elements) {
		this.filer = filer;
		this.elements = elements;
	}

	/**
	 * Write the index; models an incremental compiler left out of this compilation stay
	 * in it.
	 */
	void write(Map<String, String> lines) throws IOException {
		Map<String, String> all = new TreeMap<>();
		existing().stream()
			.filter((line) -> isStillModel(IndexLine.model(line)))
			.forEach((line) -> all.put(IndexLine.model(line), line));
		all.putAll(lines);
		try (Writer writer = new OutputStreamWriter(
				this.filer.createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openOutputStream(),
				StandardCharsets.UTF_8)) {
			for (String line : all.values()) {
				writer.write(line + "\n");
			}
		}
	}

	private List<String> existing() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
				this.filer.getResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openInputStream(),
				StandardCharsets.UTF_8))) {
			return reader.lines().toList();
		}
		catch (NoSuchFileException | FileNotFoundException ex) {
			return List.of();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private boolean isStillModel(String binaryName) {
		var type = this.elements.getTypeElement(binaryName.replace('$', '.'));
		return type != null && ModelTypes.isDeclared(type);
	}

}
