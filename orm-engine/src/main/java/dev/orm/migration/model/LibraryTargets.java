package dev.orm.migration.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.journal.Journal;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.index.ModelLibraries;
import dev.orm.schema.ForeignKey;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;

/**
 * The tables of libraries, to which foreign keys of an application may lead: those that
 * their journals make, before the application's. Immutable.
 */
public final class LibraryTargets {

	private final List<String> names;

	private final List<Schema> schemas = new ArrayList<>();

	private LibraryTargets(ClassLoader loader) {
		this.names = ModelLibraries.of(loader).names();
		for (String name : this.names) {
			String file = ModelLibraries.FOLDER + name + "/" + Journal.FILE;
			this.schemas.add(journal(loader, file).head());
		}
	}

	private static Journal journal(ClassLoader loader, String file) {
		try (InputStream stream = loader.getResourceAsStream(file)) {
			return (stream == null) ? Journal.empty()
					: Journal.parse(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	/**
	 * Refuse keys that lead to what no library makes.
	 * @param schema what the models ask for
	 * @param registry the models
	 * @param loader sees the libraries
	 * @throws ModelDefinitionException if one does
	 */
	public static void require(Schema schema, ModelRegistry registry, ClassLoader loader) {
		Set<String> unmanaged = UnmanagedTables.of(registry).names();
		List<ForeignKey> keys = schema.all(ForeignKey.class)
			.stream()
			.filter((key) -> key.outside() && !unmanaged.contains(key.target()))
			.toList();
		if (!keys.isEmpty()) {
			LibraryTargets targets = new LibraryTargets(loader);
			ColumnPlaces places = ColumnPlaces.of(registry);
			keys.forEach((key) -> targets.require(key, places));
		}
	}

	private void require(ForeignKey key, ColumnPlaces places) {
		if (this.schemas.stream().noneMatch((schema) -> has(schema, key))) {
			throw new ModelDefinitionException(
					"%s of %s leads to %s (%s), which no journal of a library makes (%s). hint: let the library's own makemigrations come first, or say @Reference(constraint = false)"
						.formatted(key.id(), places.of(column(key)), key.target(),
								String.join(", ", key.targetColumns()), String.join(", ", this.names)),
					places.subject(column(key)).by(key.name()));
		}
	}

	/** The last of its columns is its own: a tenant stands before it. */
	private static ObjectId column(ForeignKey key) {
		return ObjectId.column(key.table(), key.columns().get(key.columns().size() - 1));
	}

	private static boolean has(Schema schema, ForeignKey key) {
		return schema.has(ObjectId.table(key.target()))
				&& key.targetColumns().stream().allMatch((column) -> schema.has(ObjectId.column(key.target(), column)));
	}

}
