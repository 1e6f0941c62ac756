package dev.orm.meta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.index.DescribedModel;
import dev.orm.meta.index.DescriptionLine;
import dev.orm.meta.index.IndexedTypes;
import dev.orm.meta.index.ResourceDigest;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;

/**
 * Finds the models the annotation processor listed in each jar and folder of a class
 * path.
 */
public final class ModelIndex {

	/**
	 * Where the processor lists models, one a line: the name of the class, a digest of
	 * what its source says of tables where that is known, and between tabs what it says.
	 */
	public static final String LOCATION = "META-INF/dev.orm/models";

	private ModelIndex() {
	}

	/**
	 * Load all models the application's class loader sees: that of the thread, else that
	 * of this class.
	 * @return the model classes, in index order
	 * @throws ModelDefinitionException if a listed class is missing or no model
	 * @throws UncheckedIOException if an index cannot be read
	 */
	public static List<Class<? extends Model>> load() {
		ClassLoader context = Thread.currentThread().getContextClassLoader();
		return load((context != null) ? context : ModelIndex.class.getClassLoader());
	}

	/**
	 * Load all models a class loader sees.
	 * @param classLoader the class loader
	 * @return the model classes, in index order
	 * @throws ModelDefinitionException if a listed class is missing or no model
	 * @throws UncheckedIOException if an index cannot be read
	 */
	public static List<Class<? extends Model>> load(ClassLoader classLoader) {
		Set<Class<? extends Model>> models = new LinkedHashSet<>();
		read(classLoader, (line, types) -> models.add(types.model(DescriptionLine.model(line))));
		return List.copyOf(models);
	}

	/**
	 * Return all models a class loader sees, without loading what was generated for them.
	 */
	static Collection<DescribedModel> describe(ClassLoader classLoader) {
		Map<Class<?>, DescribedModel> models = new LinkedHashMap<>();
		read(classLoader, (line, types) -> {
			DescribedModel model = DescriptionLine.isComplete(line) ? new DescriptionLine(line, types).read()
					: DescribedModel.of(EntityBinding.of(types.model(DescriptionLine.model(line))));
			models.putIfAbsent(model.description().type(), model);
		});
		return models.values();
	}

	private static void read(ClassLoader classLoader, BiConsumer<String, IndexedTypes> reader) {
		try {
			for (URL index : Collections.list(classLoader.getResources(LOCATION))) {
				IndexedTypes types = new IndexedTypes(classLoader, index);
				for (String line : lines(index)) {
					reader.accept(line, types);
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
	}

	/**
	 * Tell all indexes from what they were before. Equal digests mean equal tables, but
	 * for what Meta methods take from other classes.
	 * @param classLoader the class loader whose indexes list models
	 * @return a digest for each index, in an order of their own
	 * @throws UncheckedIOException if an index cannot be read
	 */
	public static String digest(ClassLoader classLoader) {
		try {
			List<String> digests = new ArrayList<>();
			for (URL index : Collections.list(classLoader.getResources(LOCATION))) {
				digests.add(ResourceDigest.of(index));
			}
			Collections.sort(digests);
			return String.join(" ", digests);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
	}

	/**
	 * Return whether the annotation processor noted all that makes tables of some models.
	 * @param classLoader the class loader whose indexes list them
	 * @param models the models' classes
	 * @return false where the index lacks one, or a compiler gave it no bodies of methods
	 * @throws UncheckedIOException if an index cannot be read
	 */
	public static boolean knowsAll(ClassLoader classLoader, Collection<? extends Class<?>> models) {
		Set<String> missing = new HashSet<>();
		models.forEach((model) -> missing.add(model.getName()));
		read(classLoader, (line, types) -> {
			if (DescriptionLine.head(line).indexOf(' ') > 0) {
				missing.remove(DescriptionLine.model(line));
			}
		});
		return missing.isEmpty();
	}

	private static List<String> lines(URL index) throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
			List<String> lines = new ArrayList<>();
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				if (!line.isBlank()) {
					lines.add(line);
				}
			}
			return lines;
		}
	}

}
