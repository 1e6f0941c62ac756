package dev.orm.boot.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.DigestUtils;

/**
 * The fixtures of a context. The template that has them is named after what they say, so
 * that files of other content have another one.
 *
 * @param names the names of the files, in order
 */
record FixtureFiles(List<String> names) {

	static final FixtureFiles NONE = new FixtureFiles(List.of());

	private static final String MARK = "_with_";

	private static final int LENGTH = 24;

	FixtureFiles {
		names = List.copyOf(names);
	}

	boolean isEmpty() {
		return this.names.isEmpty();
	}

	/** Return whether a template has fixtures. */
	static boolean isIn(String template) {
		return template.contains(MARK);
	}

	/** Name the template that has what another one has, and these. */
	String template(String migrated) {
		ResourceLoader loader = new DefaultResourceLoader();
		StringBuilder said = new StringBuilder();
		this.names.forEach((name) -> said.append(name).append(digest(loader.getResource(name))));
		String hash = DigestUtils.md5DigestAsHex(said.toString().getBytes(StandardCharsets.UTF_8));
		return migrated + MARK + hash.substring(0, LENGTH);
	}

	/** A file that is not there is found out as it is loaded. */
	private static String digest(Resource file) {
		if (!file.exists()) {
			return "";
		}
		try (InputStream content = file.getInputStream()) {
			return DigestUtils.md5DigestAsHex(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the fixture " + file, ex);
		}
	}

}
