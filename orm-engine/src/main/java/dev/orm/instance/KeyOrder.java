package dev.orm.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a write of many rows meets them. Two writers of the same rows take
 * their locks in one order then, whatever orders their callers have, so that neither
 * waits for the other. The order is the same in every process; it need not be the
 * database's.
 */
public final class KeyOrder {

	/** By the form of keys, or by text where forms have no order; null last. */
	public static final Comparator<@Nullable Object> VALUES = Comparator.nullsLast(KeyOrder::compare);

	private final InstanceValues values;

	public KeyOrder(InstanceValues values) {
		this.values = values;
	}

	/**
	 * Sort rows by some of their columns. Rows that are equal in them stay in order.
	 * @param rows the instances, which stay as they are
	 * @param key the columns, most important first; empty to leave rows as they are
	 * @return the rows in order: the same list if they are in order already
	 */
	public <T extends Model> List<T> sorted(List<T> rows, List<FieldModel> key) {
		if (key.isEmpty()) {
			return rows;
		}
		Columns columns = columns(rows, key);
		return columns.isOrdered(true) ? rows : columns.sort(rows);
	}

	/**
	 * Sort rows by their keys, if no two have one key.
	 * @param rows the instances, which stay as they are
	 * @param key the columns of the key
	 * @return the rows in order; null if some are the same row
	 */
	public <T extends Model> @Nullable List<T> distinct(List<T> rows, List<FieldModel> key) {
		Columns columns = columns(rows, key);
		if (columns.isOrdered(false)) {
			return rows;
		}
		List<T> sorted = columns.sort(rows);
		return columns(sorted, key).isOrdered(false) ? sorted : null;
	}

	/**
	 * Leave out instances of rows that stand before them, and sort the others.
	 * @param rows the instances, all with keys
	 * @param key the columns of the key
	 * @return the first instance of each row, in order
	 */
	public <T extends Model> List<T> firstOfEachKey(List<T> rows, List<FieldModel> key) {
		EntityModel model = key.get(0).model();
		Set<Object> keys = new HashSet<>(2 * rows.size());
		List<T> first = new ArrayList<>(rows.size());
		for (T row : rows) {
			if (keys.add(Objects.requireNonNull(model.key(this.values.key(row, key))))) {
				first.add(row);
			}
		}
		return sorted(first, key);
	}

	private Columns columns(List<? extends Model> rows, List<FieldModel> key) {
		@Nullable Object[][] columns = new Object[key.size()][];
		for (int i = 0; i < columns.length; i++) {
			columns[i] = forms(this.values.column(rows, key.get(i)), key.get(i));
		}
		return new Columns(columns, rows.size());
	}

	/** Values that are one to the database are one here. */
	private static @Nullable Object[] forms(@Nullable Object[] values, FieldModel field) {
		@Nullable Object[] forms = new Object[values.length];
		Arrays.setAll(forms, (i) -> field.key(values[i]));
		return forms;
	}

	@SuppressWarnings("unchecked")
	private static int compare(Object first, Object second) {
		if (first instanceof Comparable<?> value && first.getClass() == second.getClass()) {
			return ((Comparable<Object>) value).compareTo(second);
		}
		return first.toString().compareTo(second.toString());
	}

	/** The values rows are compared by, for each column those of all rows. */
	private static final class Columns {

		private final @Nullable Object[][] values;

		private final int rows;

		Columns(@Nullable Object[][] values, int rows) {
			this.values = values;
			this.rows = rows;
		}

		boolean isOrdered(boolean equalAllowed) {
			for (int row = 1; row < this.rows; row++) {
				int order = compare(row - 1, row);
				if (order > 0 || (order == 0 && !equalAllowed)) {
					return false;
				}
			}
			return true;
		}

		int compare(int first, int second) {
			for (@Nullable
			Object[] column : this.values) {
				int order = VALUES.compare(column[first], column[second]);
				if (order != 0) {
					return order;
				}
			}
			return 0;
		}

		<T> List<T> sort(List<T> unsorted) {
			Integer[] places = new Integer[this.rows];
			Arrays.setAll(places, (place) -> place);
			Arrays.sort(places, this::compare);
			List<T> sorted = new ArrayList<>(this.rows);
			for (Integer place : places) {
				sorted.add(unsorted.get(place));
			}
			return sorted;
		}

	}

}
