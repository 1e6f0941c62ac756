package dev.orm.load.values;

import java.util.ArrayList;
import java.util.List;

import dev.orm.resolve.RowShape;
import dev.orm.row.ColumnReader;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/** Reads the values of the rows of results of one plan. Thread-safe. */
public final class ValueReader {

	private final List<String> names;

	private final ColumnReader[] columns;

	private ValueReader(List<RowShape.Value> columns) {
		this.names = columns.stream().map(RowShape.Value::name).toList();
		this.columns = columns.stream()
			.map((column) -> new ColumnReader(column.column(), column.type()))
			.toArray(ColumnReader[]::new);
	}

	public static ValueReader of(RowShape shape) {
		if (shape instanceof RowShape.Values values) {
			return new ValueReader(values.values());
		}
		throw new IllegalStateException("The query selects instances, not values");
	}

	public List<String> names() {
		return this.names;
	}

	public List<@Nullable Object[]> readAll(RowReader rows) {
		List<@Nullable Object[]> read = new ArrayList<>();
		while (rows.next()) {
			@Nullable Object[] values = new Object[this.columns.length];
			for (int i = 0; i < values.length; i++) {
				values[i] = this.columns[i].read(rows);
			}
			read.add(values);
		}
		return read;
	}

}
