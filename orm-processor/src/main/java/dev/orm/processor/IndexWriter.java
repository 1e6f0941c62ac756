package dev.orm.processor;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes the index of models, in which the application finds them without scanning: on
 * each line the name of a class, and after it a digest of all its source says of tables,
 * where that is known.
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
	void write(Map<String, String> digests) throws IOException {
		Map<String, String> all = new TreeMap<>();
		existing().forEach((line) -> {
			String[] words = line.split(" ", 2);
			if (isStillModel(words[0])) {
				all.put(words[0], (words.length > 1) ? words[1] : "");
			}
		});
		all.putAll(digests);
		try (Writer writer = this.filer.createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openWriter()) {
			for (Map.Entry<String, String> model : all.entrySet()) {
				writer.write((model.getKey() + " " + model.getValue()).strip() + "\n");
			}
		}
	}

	private List<String> existing() throws IOException {
		try (BufferedReader reader = new BufferedReader(
				this.filer.getResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openReader(true))) {
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
