package dev.orm.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.orm.codec.Codec;
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
	public static final Comparator<@Nullable Object> VALUES = KeyOrder::compare;

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
		boolean ordered = key.isEmpty() || isOrdered(rows, key, true);
		return ordered ? rows : placed(rows, columns(rows, key).sorted());
	}

	/**
	 * Sort rows by their keys, if no two have one key.
	 * @param rows the instances, which stay as they are
	 * @param key the columns of the key
	 * @return the rows in order; null if some are the same row
	 */
	public <T extends Model> @Nullable List<T> distinct(List<T> rows, List<FieldModel> key) {
		if (isOrdered(rows, key, false)) {
			return rows;
		}
		Columns columns = columns(rows, key);
		Line[] lines = columns.sorted();
		return columns.hasEquals(lines) ? null : placed(rows, lines);
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

	/** Most rows come in order: each is looked at once then, and nothing is kept. */
	private boolean isOrdered(List<? extends Model> rows, List<FieldModel> key, boolean equalAllowed) {
		@Nullable Object[] before = new Object[key.size()];
		boolean first = true;
		for (Model row : rows) {
			int order = -1;
			for (int i = 0; i < before.length; i++) {
				FieldModel field = key.get(i);
				Object now = field.key(this.values.value(row, field));
				order = (order == 0 || i == 0) ? compare(before[i], now) : order;
				before[i] = now;
			}
			if (!first && (order > 0 || (order == 0 && !equalAllowed))) {
				return false;
			}
			first = false;
		}
		return true;
	}

	private Columns columns(List<? extends Model> rows, List<FieldModel> key) {
		@Nullable Object[][] columns = new Object[key.size()][];
		for (int i = 0; i < columns.length; i++) {
			columns[i] = this.values.column(rows, key.get(i));
			form(columns[i], key.get(i).type().codec());
		}
		return new Columns(columns, rows.size());
	}

	private static <T> List<T> placed(List<T> rows, Line[] lines) {
		List<T> placed = new ArrayList<>(lines.length);
		for (Line line : lines) {
			placed.add(rows.get(line.place()));
		}
		return placed;
	}

	/** Values that are one to the database are one here. */
	private static void form(@Nullable Object[] values, Codec codec) {
		for (int i = 0; i < values.length; i++) {
			Object value = values[i];
			values[i] = (value != null) ? codec.key(value) : null;
		}
	}

	@SuppressWarnings("unchecked")
	private static int compare(@Nullable Object first, @Nullable Object second) {
		if (first == null || second == null) {
			return Boolean.compare(first == null, second == null);
		}
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

		private int compare(int from, int first, int second) {
			for (int i = from; i < this.values.length; i++) {
				int order = KeyOrder.compare(this.values[i][first], this.values[i][second]);
				if (order != 0) {
					return order;
				}
			}
			return 0;
		}

		private int compare(Line first, Line second) {
			int order = KeyOrder.compare(first.most(), second.most());
			return (order != 0 || this.values.length == 1) ? order : compare(1, first.place(), second.place());
		}

		Line[] sorted() {
			Line[] lines = new Line[this.rows];
			for (int i = 0; i < lines.length; i++) {
				lines[i] = new Line(this.values[0][i], i);
			}
			Arrays.sort(lines, this::compare);
			return lines;
		}

		boolean hasEquals(Line[] sorted) {
			for (int i = 1; i < sorted.length; i++) {
				if (compare(sorted[i - 1], sorted[i]) == 0) {
					return true;
				}
			}
			return false;
		}

	}

	/**
	 * A row, as it is sorted.
	 *
	 * @param most its value in the most important column
	 * @param place where it stood
	 */
	private record Line(@Nullable Object most, int place) {

	}

}
