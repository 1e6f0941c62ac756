package dev.orm.load;

import java.util.ArrayList;
import java.util.List;

import dev.orm.compile.BoundQuery;
import dev.orm.resolve.RowShape;
import dev.orm.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Rows of values.
 *
 * @param names the names of the columns
 * @param rows the values, in column order
 */
public record ValueRows(List<String> names, List<@Nullable Object[]> rows) {

	static List<RowShape.Value> columns(BoundQuery query) {
		RowShape shape = query.plan().shape();
		if (shape instanceof RowShape.Values values) {
			return values.values();
		}
		throw new IllegalStateException("The query selects instances, not values");
	}

	static List<String> names(List<RowShape.Value> columns) {
		return columns.stream().map(RowShape.Value::name).toList();
	}

	static List<@Nullable Object[]> read(RowReader rows, List<RowShape.Value> columns) {
		List<@Nullable Object[]> read = new ArrayList<>();
		RowShape.Value[] shape = columns.toArray(RowShape.Value[]::new);
		while (rows.next()) {
			@Nullable Object[] values = new Object[shape.length];
			for (int i = 0; i < shape.length; i++) {
				values[i] = rows.get(shape[i].column(), shape[i].type());
			}
			read.add(values);
		}
		return read;
	}

}
