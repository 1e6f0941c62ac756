package dev.orm.meta.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Libraries whose models have migrations of their own: jars and folders of a class path
 * with a file that names them. Immutable.
 *
 * @param roots the names by the place of the jar or folder
 */
public record ModelLibraries(Map<String, String> roots) {

	/** The folder of the libraries' migrations. */
	public static final String FOLDER = "META-INF/dev.orm/";

	/** Where a library says its name, in one line. */
	public static final String LOCATION = FOLDER + "library";

	public ModelLibraries {
		roots = Collections.unmodifiableMap(new LinkedHashMap<>(roots));
	}

	/**
	 * Find libraries.
	 * @param loader the class loader that sees them
	 * @return the libraries, in the order of the class path
	 * @throws UncheckedIOException if one cannot be read
	 */
	public static ModelLibraries of(ClassLoader loader) {
		Map<String, String> roots = new LinkedHashMap<>();
		try {
			for (URL marker : Collections.list(loader.getResources(LOCATION))) {
				roots.put(root(marker, LOCATION), name(marker));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
		return new ModelLibraries(roots);
	}

	private static String root(URL resource, String path) {
		String text = resource.toString();
		return text.substring(0, text.length() - path.length());
	}

	private static String name(URL marker) throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(marker.openStream(), StandardCharsets.UTF_8))) {
			String line = reader.readLine();
			String name = (line != null) ? line.strip() : "";
			if (!name.matches("[a-z][a-z0-9-]*")) {
				throw new IOException("%s names no library: '%s'. Small letters, digits and '-', a letter first"
					.formatted(marker, name));
			}
			return name;
		}
	}

	/**
	 * Return the names.
	 * @return the libraries, each once
	 */
	public List<String> names() {
		return this.roots.values().stream().distinct().toList();
	}

	/**
	 * Return the library a class is part of.
	 * @param type the class
	 * @return its name; empty for a class of the application
	 */
	public Optional<String> of(Class<?> type) {
		if (this.roots.isEmpty()) {
			return Optional.empty();
		}
		String path = type.getName().replace('.', '/') + ".class";
		URL place = type.getResource("/" + path);
		return (place == null) ? Optional.empty() : Optional.ofNullable(this.roots.get(root(place, path)));
	}

}
