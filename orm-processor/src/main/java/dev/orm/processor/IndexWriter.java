package dev.orm.processor;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.annotation.processing.Filer;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * Writes the index of models, a class name on each line, in which the application finds
 * them without scanning.
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
	void write(Set<String> models) throws IOException {
		Set<String> all = new TreeSet<>(models);
		existing().stream().filter(this::isStillModel).forEach(all::add);
		try (Writer writer = this.filer.createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE).openWriter()) {
			for (String model : all) {
				writer.write(model + "\n");
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
