package dev.orm.meta;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.ModelDefinitionException;
import dev.orm.model.Model;

/**
 * Finds the models the annotation processor listed in each jar and folder of a class
 * path.
 */
public final class ModelIndex {

	/** Where the processor lists models, one class name a line. */
	public static final String LOCATION = "META-INF/dev.orm/models";

	private ModelIndex() {
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
				names(index).forEach((name) -> models.add(model(name, index, classLoader)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + LOCATION, ex);
		}
		return List.copyOf(models);
	}

	private static List<String> names(URL index) throws IOException {
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
