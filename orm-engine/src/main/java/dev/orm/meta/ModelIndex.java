package dev.orm.meta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.index.DescribedModel;
import dev.orm.meta.index.DescriptionLine;
import dev.orm.meta.index.IndexFiles;
import dev.orm.meta.index.ResourceDigest;
import dev.orm.model.EntityBinding;
import dev.orm.model.Model;

/**
 * Finds the models the annotation processor listed in each jar and folder of a class
 * path.
 */
public final class ModelIndex {

	/** Where the processor lists models. */
	public static final String LOCATION = IndexFiles.LOCATION;

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
		return load(IndexFiles.read(classLoader));
	}

	/**
	 * Load all models of indexes.
	 * @param indexes the indexes
	 * @return the model classes, in index order
	 * @throws ModelDefinitionException if a listed class is missing or no model
	 */
	public static List<Class<? extends Model>> load(IndexFiles indexes) {
		Set<Class<? extends Model>> models = new LinkedHashSet<>();
		indexes.forEach((line, types) -> models.add(types.model(DescriptionLine.model(line))));
		return List.copyOf(models);
	}

	/** Return all models of indexes, without loading what was generated for them. */
	static Collection<DescribedModel> describe(IndexFiles indexes) {
		Map<Class<?>, DescribedModel> models = new LinkedHashMap<>();
		indexes.forEach((line, types) -> {
			DescribedModel model = DescriptionLine.isComplete(line) ? new DescriptionLine(line, types).read()
					: DescribedModel.of(EntityBinding.of(types.model(DescriptionLine.model(line))));
			models.putIfAbsent(model.description().type(), model);
		});
		return models.values();
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
		IndexFiles.read(classLoader).forEach((line, types) -> {
			if (DescriptionLine.head(line).indexOf(' ') > 0) {
				missing.remove(DescriptionLine.model(line));
			}
		});
		return missing.isEmpty();
	}

}
