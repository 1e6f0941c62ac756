package dev.orm.migration.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the folders of a database's migrations lie in a project, as people and Java name
 * it. Immutable.
 *
 * @param root the folder of the folders, such as {@code src/main/resources/db/archive}
 */
public record SourcePlace(Path root) {

	private static final String HOME = "db";

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

	/**
	 * Return the place below the resources.
	 * @return as in {@code db} or {@code db/archive}
	 */
	public String path() {
		return String.join("/", parts());
	}

	/**
	 * Return the package of steps in Java, in which Flyway looks for those of the
	 * database.
	 * @return as in {@code db.archive.migration}; empty where the place is no package
	 */
	public Optional<String> packageName() {
		return parts().stream().allMatch((part) -> IDENTIFIER.matcher(part).matches())
				? Optional.of(String.join(".", parts()) + ".migration") : Optional.empty();
	}

	/** The folder of that package, below src/main/java as scripts are below resources. */
	Path javaFolder() {
		Path resources = this.root;
		for (int i = 0; i < parts().size(); i++) {
			resources = resources.resolve("..");
		}
		return resources.resolve("../java").resolve(path()).resolve("migration").normalize();
	}

	/** A folder of another name holds what {@code db} would. */
	private List<String> parts() {
		List<String> names = new ArrayList<>();
		this.root.normalize().forEach((name) -> names.add(name.toString()));
		int start = Math.max(names.lastIndexOf(HOME), names.lastIndexOf("META-INF"));
		return (start < 0) ? List.of(HOME) : names.subList(start, names.size());
	}

}
