package dev.orm.persist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a model about to be deleted: their keys, and the values other rows refer to.
 * Not thread-safe.
 *
 * @param columns which columns are known
 * @param byKey the values of each row, by the form of its key in which equal keys are
 * equal
 */
record DoomedRows(Columns columns, Map<Object, List<@Nullable Object>> byKey) {

	static DoomedRows none(Columns columns) {
		return new DoomedRows(columns, new LinkedHashMap<>());
	}

	void add(List<@Nullable Object> values) {
		this.byKey.putIfAbsent(this.columns.key(values), values);
	}

	boolean isEmpty() {
		return this.byKey.isEmpty();
	}

	/** Return the keys in the form in which equal keys are equal. */
	Collection<Object> keys() {
		return this.byKey.keySet();
	}

	/** Return the keys as the database has them. */
	List<Object> storedKeys() {
		return this.byKey.values().stream().map(this.columns::storedKey).toList();
	}

	/** Return the values of a column, each once, without null. */
	List<Object> values(FieldModel field) {
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
	DoomedRows addMissing(DoomedRows others) {
		DoomedRows missing = none(others.columns());
		others.byKey().forEach((key, row) -> {
			if (this.byKey.putIfAbsent(key, row) == null) {
				missing.byKey().put(key, row);
			}
		});
		return missing;
	}

	/** Return the rows but those with some keys, in the form in which they are equal. */
	DoomedRows without(Set<Object> keys) {
		DoomedRows others = none(this.columns);
		this.byKey.forEach((key, row) -> {
			if (!keys.contains(key)) {
				others.byKey().put(key, row);
			}
		});
		return others;
	}

	/**
	 * The columns that matter when rows of a model go: its key first, then what relations
	 * point to.
	 *
	 * @param model the model
	 * @param fields the fields
	 */
	record Columns(EntityModel model, List<FieldModel> fields) {

		static Columns of(EntityModel model, Cascades cascades) {
			List<FieldModel> fields = new ArrayList<>(model.key());
			for (RelationModel relation : cascades.of(model)) {
				FieldModel referred = relation.path().get(0).fromField();
				if (!fields.contains(referred)) {
					fields.add(referred);
				}
			}
			return new Columns(model, List.copyOf(fields));
		}

		Object key(List<@Nullable Object> row) {
			return Objects.requireNonNull(this.model.key(storedKey(row)));
		}

		Object storedKey(List<@Nullable Object> row) {
			int parts = this.model.key().size();
			return (parts == 1) ? Objects.requireNonNull(row.get(0)) : List.copyOf(row.subList(0, parts));
		}

	}

}
