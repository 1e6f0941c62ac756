package dev.orm.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;

/** The versions of the contenders, as the build wrote them down. */
final class Versions {

	private Versions() {
	}

	/** Return name and version of each, joined by commas. */
	static String all() {
		Properties versions = new Properties();
		try (InputStream file = Versions.class.getResourceAsStream("/versions.properties")) {
			versions.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the versions", ex);
		}
		TreeMap<String, String> sorted = new TreeMap<>();
		versions.forEach((name, version) -> sorted.put(name.toString(), version.toString()));
		return String.join(", ",
				sorted.entrySet().stream().map((entry) -> entry.getKey() + " " + entry.getValue()).toList());
	}

}
