package dev.orm.model;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers of one instance beside its fields: annotations, prefetched
 * relations, deferred fields. For the engine's own rooms; a plain row without any of
 * these has none. Not thread-safe, as the instance.
 */
public final class InstanceState {

	private @Nullable Map<String, @Nullable Object> annotations;

	private @Nullable Map<String, @Nullable Object> related;

	private @Nullable Map<String, Long> counted;

	private @Nullable BitSet deferred;

	private @Nullable List<@Nullable Object> beside;

	/**
	 * Return the state of an instance, creating it.
	 * @param instance the instance
	 * @return its state
	 */
	public static InstanceState of(Model instance) {
		if (instance.state == null) {
			instance.state = new InstanceState();
		}
		return instance.state;
	}

	/**
	 * Return the state of an instance, if it has any.
	 * @param instance the instance
	 * @return its state, or null
	 */
	public static @Nullable InstanceState ifPresent(Model instance) {
		return instance.state;
	}

	/**
	 * Return the result the instance came with.
	 * @param instance the instance
	 * @return the context; null if it was never loaded nor saved
	 */
	public static @Nullable LoadContext context(Model instance) {
		return instance.context;
	}

	/**
	 * Attach an instance to a result; from then on it counts as saved.
	 * @param instance the instance
	 * @param context the context; null makes it a new one again
	 */
	public static void attach(Model instance, @Nullable LoadContext context) {
		instance.context = context;
	}

	/**
	 * Return the annotations by name, to read and to write.
	 * @return the annotations, in select order
	 */
	public Map<String, @Nullable Object> annotations() {
		if (this.annotations == null) {
			this.annotations = new LinkedHashMap<>();
		}
		return this.annotations;
	}

	/**
	 * Keep what the engine selected beside the row, until it takes it.
	 * @param values the values
	 */
	public void keepBeside(List<@Nullable Object> values) {
		this.beside = values;
	}

	/**
	 * Take what the engine selected beside the row.
	 * @return the values; empty if there are none, or they were taken
	 */
	public List<@Nullable Object> takeBeside() {
		List<@Nullable Object> taken = (this.beside != null) ? this.beside : List.of();
		this.beside = null;
		return taken;
	}

	/**
	 * Return the fetched relations by accessor name: lists for to-many relations, a model
	 * or null for reverse one-to-one relations.
	 * @return the relations, to read and to write
	 */
	public Map<String, @Nullable Object> related() {
		if (this.related == null) {
			this.related = new HashMap<>();
		}
		return this.related;
	}

	/**
	 * Return how many rows relations lead to, by accessor name, where that was counted.
	 * @return the numbers, to read and to write
	 */
	public Map<String, Long> counted() {
		if (this.counted == null) {
			this.counted = new HashMap<>();
		}
		return this.counted;
	}

	/**
	 * Forget what was fetched of a relation.
	 * @param accessor its accessor name
	 */
	public void forget(String accessor) {
		related().remove(accessor);
		counted().remove(accessor);
	}

	/** Forget what was fetched of all relations. */
	public void forgetRelated() {
		this.related = null;
		this.counted = null;
	}

	/**
	 * Return the indexes of the fields that are not loaded.
	 * @return the fields, to read and to write
	 */
	public BitSet deferred() {
		if (this.deferred == null) {
			this.deferred = new BitSet();
		}
		return this.deferred;
	}

	boolean isDeferred(int field) {
		return this.deferred != null && this.deferred.get(field);
	}

}
