package dev.orm.meta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.Model;

/**
 * Finds the models the annotation processor listed in each jar and folder of a class
 * path.
 */
public final class ModelIndex {

	/**
	 * Where the processor lists models: on each line the name of a class, and a digest of
	 * what its source says of tables where that is known.
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
		try {
			for (URL index : Collections.list(classLoader.getResources(LOCATION))) {
				lines(index).forEach((line) -> models.add(model(name(line), index, classLoader)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
		return List.copyOf(models);
	}

	/**
	 * Tell models from what they were before. Equal texts mean equal tables, but for what
	 * Meta methods take from other classes.
	 * @param classLoader the class loader whose indexes list them
	 * @param models the models' classes
	 * @return a line for each model; empty if the processor knew too little of one
	 * @throws UncheckedIOException if an index cannot be read
	 */
	public static Optional<String> fingerprint(ClassLoader classLoader, Collection<? extends Class<?>> models) {
		Set<String> missing = new HashSet<>();
		models.forEach((model) -> missing.add(model.getName()));
		TreeSet<String> known = new TreeSet<>();
		try {
			for (URL index : Collections.list(classLoader.getResources(LOCATION))) {
				lines(index).stream()
					.filter((line) -> line.indexOf(' ') > 0 && missing.remove(name(line)))
					.forEach(known::add);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
		return missing.isEmpty() ? Optional.of(String.join("\n", known)) : Optional.empty();
	}

	private static String name(String line) {
		int end = line.indexOf(' ');
		return (end < 0) ? line : line.substring(0, end);
	}

	private static List<String> lines(URL index) throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
			return reader.lines().map(String::trim).filter((line) -> !line.isEmpty()).toList();
		}
	}

	private static Class<? extends Model> model(String name, URL index, ClassLoader classLoader) {
		try {
			return Class.forName(name, false, classLoader).asSubclass(Model.class);
		}
		catch (ClassNotFoundException | ClassCastException ex) {
			throw new ModelDefinitionException(
					"%s lists %s, which is not a model class here. hint: the index is stale, build it again"
						.formatted(index, name),
					ex);
		}
	}

}
