package dev.orm.type;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Reads the components of records of a class, which is looked at once. Immutable and
 * thread-safe.
 */
public final class RecordParts {

	/** Kept by the classes themselves, so that they go with them. */
	private static final ClassValue<RecordParts> PARTS = new ClassValue<>() {

		@Override
		protected RecordParts computeValue(Class<?> type) {
			return new RecordParts(type.getRecordComponents());
		}

	};

	private final Map<String, RecordComponent> components = new LinkedHashMap<>();

	private final boolean readable;

	private RecordParts(RecordComponent[] components) {
		boolean all = true;
		for (RecordComponent component : components) {
			all &= component.getAccessor().trySetAccessible();
			this.components.put(component.getName(), component);
		}
		this.readable = all;
	}

	/**
	 * Return what reads records of a class.
	 * @param type the class of a record
	 * @return its parts
	 */
	public static RecordParts of(Class<?> type) {
		return PARTS.get(type);
	}

	/**
	 * Return the names of the components.
	 * @return the names, in order
	 */
	public Set<String> names() {
		return Collections.unmodifiableSet(this.components.keySet());
	}

	/**
	 * Return whether the module of the class lets us read them.
	 * @return true if all can be read
	 */
	public boolean areReadable() {
		return this.readable;
	}

	/**
	 * Read a component.
	 * @param record a record of the class
	 * @param name the component
	 * @return its value
	 * @throws IllegalStateException if its accessor throws, or may not be called
	 * @throws IllegalArgumentException if the class has no such component
	 */
	public @Nullable Object part(Object record, String name) {
		RecordComponent component = this.components.get(name);
		if (component == null) {
			throw new IllegalArgumentException("%s has no component %s".formatted(record.getClass().getName(), name));
		}
		try {
			return component.getAccessor().invoke(record);
		}
		catch (InvocationTargetException | IllegalAccessException ex) {
			throw new IllegalStateException(
					"The component %s of %s cannot be read".formatted(name, record.getClass().getName()), ex);
		}
	}

}
