package dev.orm.boot.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.JavaMigration;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the content of a migrated database depends on, as a short text. */
final class MigrationHash {

	private static final int LENGTH = 24;

	private final MessageDigest digest;

	private MigrationHash() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Hash the files of all locations, and what else decides on what they make. */
	static String of(Configuration configuration) {
		MigrationHash hash = new MigrationHash();
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(
				configuration.getClassLoader());
		Arrays.stream(configuration.getLocations()).map(Object::toString).sorted().forEach((location) -> {
			hash.add(location);
			hash.files(resolver, location);
		});
		hash.add(new TreeMap<>(configuration.getPlaceholders()).toString());
		for (JavaMigration migration : configuration.getJavaMigrations()) {
			hash.add(migration.getClass().getName());
		}
		return HexFormat.of().formatHex(hash.digest.digest()).substring(0, LENGTH);
	}

	private void files(PathMatchingResourcePatternResolver resolver, String location) {
		String pattern = (location.startsWith("filesystem:") ? "file:" + location.substring("filesystem:".length())
				: location.replaceFirst("^classpath:", "classpath*:")) + "/**/*";
		try {
			List<Resource> files = Arrays.stream(resolver.getResources(pattern))
				.filter(Resource::isReadable)
				.sorted(Comparator.comparing(Resource::getDescription))
				.toList();
			for (Resource file : files) {
				add(String.valueOf(file.getFilename()));
				try (InputStream content = file.getInputStream()) {
					this.digest.update(content.readAllBytes());
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the migrations at " + location, ex);
		}
	}

	private void add(String text) {
		this.digest.update(text.getBytes(StandardCharsets.UTF_8));
	}

}
