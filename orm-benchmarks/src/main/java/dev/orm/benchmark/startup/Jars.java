package dev.orm.benchmark.startup;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The jars of one version of the ORM.
 *
 * @param folder the folder of a working copy that was packaged; null for that of the
 * suite
 */
record Jars(@Nullable Path folder) {

	static final Jars OWN = new Jars(null);

	private static final Pattern MODULE = Pattern.compile("(orm-[a-z-]+?)(-\\d[^/]*\\.jar|/target/classes)$");

	/** Return a class path with this version in place of that of the suite. */
	String replaceIn(String classPath) {
		Path other = this.folder;
		return (other == null) ? classPath
				: Arrays.stream(classPath.split(File.pathSeparator))
					.map((entry) -> replaced(entry, other))
					.collect(Collectors.joining(File.pathSeparator));
	}

	private static String replaced(String entry, Path other) {
		Matcher module = MODULE.matcher(entry);
		if (!module.find()) {
			return entry;
		}
		String name = module.group(1);
		Path jar = other.resolve(name).resolve("target").resolve(name + "-0.1.0-SNAPSHOT.jar");
		if (!Files.exists(jar)) {
			throw new IllegalArgumentException("There is no " + jar + ": run ./mvnw -Pfast -DskipTests package there");
		}
		return jar.toString();
	}

}
