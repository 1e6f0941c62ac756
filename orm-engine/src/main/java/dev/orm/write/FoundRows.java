package dev.orm.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a model that were found: their keys, and other values that were asked for. Not
 * thread-safe.
 *
 * @param columns which columns are known
 * @param byKey the values of each row, by the form of its key in which equal keys are
 * equal
 */
public record FoundRows(Columns columns, Map<Object, List<@Nullable Object>> byKey) {

	public static FoundRows none(Columns columns) {
		return new FoundRows(columns, new LinkedHashMap<>());
	}

	public void add(List<@Nullable Object> values) {
		this.byKey.putIfAbsent(this.columns.key(values), values);
	}

	public boolean isEmpty() {
		return this.byKey.isEmpty();
	}

	/** Return the keys in the form in which equal keys are equal. */
	public Collection<Object> keys() {
		return this.byKey.keySet();
	}

	/** Return the keys as the database has them. */
	public List<Object> storedKeys() {
		return this.byKey.values().stream().map(this.columns::storedKey).toList();
	}

	/** Return the values of a column, each once, without null. */
	public List<Object> values(FieldModel field) {
		int index = this.columns.fields().indexOf(field);
		Map<Object, Object> each = new LinkedHashMap<>();
		for (List<@Nullable Object> row : this.byKey.values()) {
			Object value = row.get(index);
			if (value != null) {
				each.putIfAbsent(Objects.requireNonNull(field.key(value)), value);
			}
		}
		return List.copyOf(each.values());
	}

	/**
	 * Return the rows of another collection that are not among these, which they join.
	 */
	public FoundRows addMissing(FoundRows others) {
		FoundRows missing = none(others.columns());
		others.byKey().forEach((key, row) -> {
			if (this.byKey.putIfAbsent(key, row) == null) {
				missing.byKey().put(key, row);
			}
		});
		return missing;
	}

	/** Return the rows but those with some keys, in the form in which they are equal. */
	public FoundRows without(Set<Object> keys) {
		FoundRows others = none(this.columns);
		this.byKey.forEach((key, row) -> {
			if (!keys.contains(key)) {
				others.byKey().put(key, row);
			}
		});
		return others;
	}

	/** Return the rows that have a value in a column. */
	public FoundRows having(FieldModel field, Object value) {
		int index = this.columns.fields().indexOf(field);
		FoundRows having = none(this.columns);
		this.byKey.forEach((key, row) -> {
			if (field.isSame(row.get(index), value)) {
				having.byKey().put(key, row);
			}
		});
		return having;
	}

	/**
	 * The columns that are asked for: the key first, then others.
	 *
	 * @param model the model
	 * @param fields the fields
	 */
	public record Columns(EntityModel model, List<FieldModel> fields) {

		public Object key(List<@Nullable Object> row) {
			return Objects.requireNonNull(this.model.key(storedKey(row)));
		}

		Object storedKey(List<@Nullable Object> row) {
			int parts = this.model.key().size();
			return (parts == 1) ? Objects.requireNonNull(row.get(0)) : List.copyOf(row.subList(0, parts));
		}

	}

}
