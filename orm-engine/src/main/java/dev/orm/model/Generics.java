package dev.orm.model;

import java.util.List;

/**
 * What the source code says of a model's generic keys, and of ways back of those of
 * others. Immutable.
 *
 * @param keys the keys whose targets are counted
 * @param relations the ways back
 */
public record Generics(List<Targets> keys, List<Back> relations) {

	/** What most models say. */
	public static final Generics NONE = new Generics(List.of(), List.of());

	public Generics {
		keys = List.copyOf(keys);
		relations = List.copyOf(relations);
	}

	/**
	 * The models a key may point to.
	 *
	 * @param name the attribute
	 * @param models the models
	 */
	public record Targets(String name, List<Class<? extends Model>> models) {

		public Targets {
			models = List.copyOf(models);
		}

	}

	/**
	 * The way back of a key.
	 *
	 * @param name the attribute
	 * @param source the model with the key
	 * @param key the attribute that holds it
	 */
	public record Back(String name, Class<? extends Model> source, String key) {

	}

}
