package dev.orm.routing;

import java.util.Map;
import java.util.Optional;

import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * What a router may know of a read or a write. Immutable.
 *
 * @param owner the instance that is saved or deleted, or whose relation or deferred field
 * is read; null for none
 * @param values what else the caller says, by name
 */
public record Hints(@Nullable Model owner, Map<String, Object> values) {

	/** Nothing is known. */
	public static final Hints NONE = new Hints(null, Map.of());

	public Hints {
		values = Map.copyOf(values);
	}

	/**
	 * Tell of an instance.
	 * @param instance the instance
	 * @return the hints
	 */
	public static Hints of(Model instance) {
		return new Hints(instance, Map.of());
	}

	/**
	 * Return the instance at hand.
	 * @return the instance that is saved or deleted, or whose relation or deferred field
	 * is read
	 */
	public Optional<Model> instance() {
		return Optional.ofNullable(this.owner);
	}

	/**
	 * Return what the caller says under a name.
	 * @param name the name
	 * @return the value
	 */
	public Optional<Object> get(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

}
