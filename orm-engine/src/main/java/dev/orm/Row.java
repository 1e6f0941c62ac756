package dev.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.detail.UnknownName;
import dev.orm.model.Annotated;
import org.jspecify.annotations.Nullable;

/** A row of values by name, in select order. Immutable. What {@code values()} answers. */
public final class Row {

	private final List<String> names;

	private final @Nullable Object[] values;

	Row(List<String> names, @Nullable Object[] values) {
		this.names = names;
		this.values = values;
	}

	/**
	 * Return the names.
	 * @return the names, in select order
	 */
	public List<String> names() {
		return this.names;
	}

	/**
	 * Return a value.
	 * @param name its name
	 * @return the value
	 * @throws FieldException if the row has no such name
	 */
	public @Nullable Object get(String name) {
		int index = this.names.indexOf(name);
		if (index < 0) {
			throw new FieldException("The row has no '%s'.".formatted(name), UnknownName.of("", name, this.names));
		}
		return this.values[index];
	}

	/**
	 * Return the value of an annotation.
	 * @param <X> its class
	 * @param annotation the annotation
	 * @return the value
	 */
	@SuppressWarnings("unchecked")
	public <X> @Nullable X get(Annotated<?, X> annotation) {
		return (X) get(annotation.name());
	}

	/**
	 * Return the values.
	 * @return the values, in select order
	 */
	public List<@Nullable Object> values() {
		return Collections.unmodifiableList(Arrays.asList(this.values));
	}

	/**
	 * Return the row as a map.
	 * @return values by name, in select order
	 */
	public Map<String, @Nullable Object> asMap() {
		Map<String, @Nullable Object> map = new LinkedHashMap<>();
		for (int i = 0; i < this.values.length; i++) {
			map.put(this.names.get(i), this.values[i]);
		}
		return Collections.unmodifiableMap(map);
	}

	Row without(int column) {
		List<String> kept = new ArrayList<>(this.names);
		kept.remove(column);
		List<@Nullable Object> values = new ArrayList<>(Arrays.asList(this.values));
		values.remove(column);
		return new Row(kept, values.toArray());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Row row && this.names.equals(row.names) && Arrays.equals(this.values, row.values);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.values);
	}

	@Override
	public String toString() {
		return asMap().toString();
	}

}
