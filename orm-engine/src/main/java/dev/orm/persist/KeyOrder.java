package dev.orm.persist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a write of many rows meets them. Two sender of the same rows take
 * their locks in one order then, whatever orders their callers have, so that neither
 * waits for the other. The order is the same in every process; it need not be the
 * database's.
 */
final class KeyOrder {

	/** By value, or by text where values have no order; null last. */
	static final Comparator<@Nullable Object> VALUES = Comparator.nullsLast(KeyOrder::compare);

	private final InstanceValues values;

	KeyOrder(InstanceValues values) {
		this.values = values;
	}

	/**
	 * Sort rows by some of their columns. Rows that are equal in them stay in order.
	 * @param rows the instances, which stay as they are
	 * @param key the columns, most important first
	 * @return the rows in order: the same list if they are in order already
	 */
	<T extends Model> List<T> sorted(List<T> rows, List<FieldModel> key) {
		List<@Nullable Object[]> columns = key.stream().map((field) -> this.values.column(rows, field)).toList();
		Comparator<Integer> order = (first, second) -> compare(columns, first, second);
		if (IntStream.range(1, rows.size()).allMatch((row) -> compare(columns, row - 1, row) <= 0)) {
			return rows;
		}
		List<T> sorted = new ArrayList<>(rows.size());
		IntStream.range(0, rows.size()).boxed().sorted(order).forEach((row) -> sorted.add(rows.get(row)));
		return sorted;
	}

	/** Sort values of one column. */
	static List<Object> sorted(Collection<Object> values) {
		List<Object> sorted = new ArrayList<>(values);
		sorted.sort(VALUES);
		return sorted;
	}

	private static int compare(List<@Nullable Object[]> columns, int first, int second) {
		for (@Nullable
		Object[] column : columns) {
			int order = VALUES.compare(column[first], column[second]);
			if (order != 0) {
				return order;
			}
		}
		return 0;
	}

	@SuppressWarnings("unchecked")
	private static int compare(Object first, Object second) {
		if (first instanceof Comparable<?> value && first.getClass() == second.getClass()) {
			return ((Comparable<Object>) value).compareTo(second);
		}
		if (first instanceof byte[] bytes && second instanceof byte[] others) {
			return Arrays.compareUnsigned(bytes, others);
		}
		return first.toString().compareTo(second.toString());
	}

}
