package dev.orm.persist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import dev.orm.meta.FieldModel;
import dev.orm.type.Codec;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Many rows as one array for each column, unfolded by {@code unnest}: one text for any
 * number of rows. A column that holds arrays itself travels as the text of each, since
 * {@code unnest} would flatten it. Immutable.
 */
final class ColumnArrays {

	/** The alias of the unfolded rows. */
	static final String ROWS = "v";

	private final List<FieldModel> fields;

	private final List<ValueType> types;

	ColumnArrays(List<FieldModel> fields) {
		this.fields = fields;
		this.types = fields.stream().map(ColumnArrays::type).toList();
	}

	private static ValueType type(FieldModel field) {
		return ValueTypes.arrayOf(isFolded(field) ? ValueTypes.TEXT : field.type());
	}

	private static boolean isFolded(FieldModel field) {
		return field.type().kind() == Kind.ARRAY;
	}

	/** The types of the parameters, one for each column. */
	List<ValueType> types() {
		return this.types;
	}

	/** The FROM item: a row for each row given, with columns {@code c0}, {@code c1} …. */
	String unnest(boolean ordered) {
		StringJoiner arrays = new StringJoiner(", ", "unnest(", ")");
		StringJoiner names = new StringJoiner(", ", " AS " + ROWS + " (", ")");
		for (int i = 0; i < this.fields.size(); i++) {
			arrays.add("?::" + this.types.get(i).driverName());
			names.add("c" + i);
		}
		if (ordered) {
			names.add("n");
		}
		return arrays + (ordered ? " WITH ORDINALITY" : "") + names;
	}

	/**
	 * The FROM item for rows that are to be met in the order given. The planner does not
	 * see how long an array is that a subquery hands over: it takes it for short, follows
	 * the arrays row by row and looks each up by the index, instead of reading the table
	 * through in whatever order it lies.
	 */
	String unnestInOrder() {
		return unnest(false).replaceAll("(\\?::[^,)]+)", "(SELECT $1)");
	}

	/** The n-th column of the unfolded rows as a value of its field. */
	String column(int index) {
		FieldModel field = this.fields.get(index);
		String column = ROWS + ".c" + index;
		return isFolded(field) ? column + "::" + field.type().driverName() : column;
	}

	/** The columns of the unfolded rows, as a select list. */
	String columns() {
		StringJoiner columns = new StringJoiner(", ");
		for (int i = 0; i < this.fields.size(); i++) {
			columns.add(column(i));
		}
		return columns.toString();
	}

	/** The values to bind: for each field the values of all rows. */
	List<@Nullable Object> bind(List<@Nullable Object[]> values) {
		List<@Nullable Object> arrays = new ArrayList<>(values.size());
		for (int i = 0; i < values.size(); i++) {
			@Nullable Object[] column = values.get(i);
			arrays.add(Arrays.asList(isFolded(this.fields.get(i)) ? texts(column, this.fields.get(i)) : column));
		}
		return arrays;
	}

	private static @Nullable Object[] texts(@Nullable Object[] column, FieldModel field) {
		Codec codec = field.type().codec();
		@Nullable Object[] texts = new Object[column.length];
		for (int i = 0; i < column.length; i++) {
			Object value = column[i];
			texts[i] = (value != null) ? codec.write(value) : null;
		}
		return texts;
	}

}
