package dev.orm.meta.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The indexes of models of a class path, read once for all who ask. Immutable.
 *
 * @param loader the class loader that sees them, and what they list
 * @param files one for each jar and folder
 */
public record IndexFiles(ClassLoader loader, List<IndexFile> files) {

	/**
	 * Where the processor lists models, one a line: the name of the class, a digest of
	 * what its source says of tables where that is known, and between tabs what it says.
	 */
	public static final String LOCATION = "META-INF/dev.orm/models";

	public IndexFiles {
		files = List.copyOf(files);
	}

	/**
	 * Read the indexes.
	 * @param loader the class loader that sees them
	 * @return the indexes; no files if it sees none
	 * @throws UncheckedIOException if one cannot be read
	 */
	public static IndexFiles read(ClassLoader loader) {
		try {
			List<IndexFile> files = new ArrayList<>();
			for (URL location : Collections.list(loader.getResources(LOCATION))) {
				files.add(new IndexFile(location, lines(location)));
			}
			return new IndexFiles(loader, files);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
	}

	private static List<String> lines(URL index) throws IOException {
		try (InputStream content = index.openStream()) {
			return lines(new String(content.readAllBytes(), StandardCharsets.UTF_8));
		}
	}

	/** The processor ends lines as Unix does; a tool that packs may not. */
	private static List<String> lines(String text) {
		List<String> lines = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int next = text.indexOf('\n', start);
			int end = (next < 0) ? text.length() : next;
			int last = (end > start && text.charAt(end - 1) == '\r') ? end - 1 : end;
			if (!text.substring(start, last).isBlank()) {
				lines.add(text.substring(start, last));
			}
			start = end + 1;
		}
		return lines;
	}

	/**
	 * Tell each line, and what finds the classes it names.
	 * @param reader is told
	 */
	public void forEach(BiConsumer<String, IndexedTypes> reader) {
		for (IndexFile file : this.files) {
			IndexedTypes types = new IndexedTypes(this.loader, file.location());
			for (String line : file.lines()) {
				reader.accept(line, types);
			}
		}
	}

	/**
	 * One index.
	 *
	 * @param location where it is
	 * @param lines what it says, a model a line
	 */
	public record IndexFile(URL location, List<String> lines) {

		public IndexFile {
			lines = List.copyOf(lines);
		}

	}

}
