package dev.orm.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.orm.codec.Codec;
import dev.orm.meta.FieldModel;
import dev.orm.sql.write.Unnest;
import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/** The rows of a statement as one array for each column. */
public final class ColumnArrays {

	private ColumnArrays() {
	}

	/** The rows as a source of a statement, whose first values they are. */
	public static Unnest rows(List<FieldModel> fields, Unnest.Order order) {
		return new Unnest("v", fields.stream().map(FieldModel::type).toList(), 0, order);
	}

	/** The values to bind: for each field the values of all rows. */
	public static List<@Nullable Object> bind(List<FieldModel> fields, List<@Nullable Object[]> values) {
		List<@Nullable Object> arrays = new ArrayList<>(values.size());
		for (int i = 0; i < values.size(); i++) {
			ValueType type = fields.get(i).type();
			@Nullable Object[] column = values.get(i);
			arrays.add(Arrays.asList(Unnest.isFolded(type) ? texts(column, type.codec()) : column));
		}
		return arrays;
	}

	private static @Nullable Object[] texts(@Nullable Object[] column, Codec codec) {
		@Nullable Object[] texts = new Object[column.length];
		for (int i = 0; i < column.length; i++) {
			Object value = column[i];
			texts[i] = (value != null) ? codec.write(value) : null;
		}
		return texts;
	}

}
