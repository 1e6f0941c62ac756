package dev.orm.meta.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;

/**
 * Finds the classes an index names, without initializing them. What most fields have is
 * looked for once. Not thread-safe.
 */
public final class IndexedTypes {

	private static final Map<String, Class<?>> PRIMITIVES = Map.of("boolean", boolean.class, "byte", byte.class,
			"short", short.class, "int", int.class, "long", long.class, "float", float.class, "double", double.class,
			"char", char.class);

	private final ClassLoader loader;

	private final Object index;

	private final Map<String, Class<?>> known = new HashMap<>(PRIMITIVES);

	private final Map<String, List<Flag>> flags = new HashMap<>(Map.of("", List.of()));

	/**
	 * Create one.
	 * @param loader finds classes
	 * @param index where they are named, for messages
	 */
	public IndexedTypes(ClassLoader loader, Object index) {
		this.loader = loader;
		this.index = index;
	}

	/**
	 * Return the class of a model.
	 * @param name its name
	 * @return the class
	 * @throws ModelDefinitionException if it is not there, or no model
	 */
	public Class<? extends Model> model(String name) {
		try {
			return type(name).asSubclass(Model.class);
		}
		catch (ClassCastException ex) {
			throw stale(name, ex);
		}
	}

	Class<?> type(String name) {
		Class<?> type = this.known.get(name);
		if (type == null) {
			type = find(name);
			this.known.put(name, type);
		}
		return type;
	}

	private Class<?> find(String name) {
		if (name.endsWith("[]")) {
			return type(name.substring(0, name.length() - 2)).arrayType();
		}
		try {
			return Class.forName(name, false, this.loader);
		}
		catch (ClassNotFoundException ex) {
			throw stale(name, ex);
		}
	}

	List<Flag> flags(String names) {
		List<Flag> known = this.flags.get(names);
		if (known == null) {
			List<Flag> all = new ArrayList<>();
			for (String name : names.split(",", -1)) {
				all.add(Flag.valueOf(name));
			}
			known = List.copyOf(all);
			this.flags.put(names, known);
		}
		return known;
	}

	private ModelDefinitionException stale(String name, Exception cause) {
		return new ModelDefinitionException(
				"%s lists %s, which is not a model class here. hint: the index is stale, build it again"
					.formatted(this.index, name),
				Subject.ofModel(name), cause);
	}

}
