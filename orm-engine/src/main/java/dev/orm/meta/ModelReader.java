package dev.orm.meta;

import java.util.BitSet;
import java.util.List;

import dev.orm.model.EntityBinding;
import dev.orm.model.FieldDescription;
import dev.orm.model.Model;
import dev.orm.row.RowReader;
import dev.orm.row.StoredValueException;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a model off rows, by the types its own registry found. Generated
 * code reads the usual classes without asking for a type; a field whose codec is of the
 * application's own is read by that. Immutable.
 */
public final class ModelReader {

	private final EntityBinding<Model> binding;

	private final String model;

	private final List<FieldModel> fields;

	private final ValueType[] types;

	/** The fields generated code would read past their codec. */
	private final BitSet decoded = new BitSet();

	private final boolean direct;

	ModelReader(EntityModel model, ValueType[] types) {
		this.binding = model.binding();
		this.model = model.name();
		this.fields = model.fields();
		this.types = types.clone();
		for (int i = 0; i < types.length; i++) {
			this.decoded.set(i, isReadDirectly(this.fields.get(i)) && !isUsual(types[i]));
		}
		this.direct = this.decoded.isEmpty();
	}

	private static boolean isReadDirectly(FieldModel field) {
		FieldDescription description = field.description();
		return description.columnType().isEmpty() || description.javaType().isPrimitive();
	}

	private static boolean isUsual(ValueType type) {
		ValueType usual = ValueTypes.natural(type.javaType()).orElse(type);
		return usual.javaType() != type.javaType() || usual.codec().getClass() == type.codec().getClass();
	}

	/**
	 * Read all fields from consecutive columns.
	 * @param target the instance
	 * @param row the row
	 * @param column the column of the first field, from 1
	 */
	public void read(Model target, RowReader row, int column) {
		if (this.direct) {
			readDirectly(target, row, column);
			return;
		}
		for (FieldModel field : this.fields) {
			read(target, row, field, column + field.index());
		}
	}

	private void readDirectly(Model target, RowReader row, int column) {
		try {
			this.binding.read(target, row, this.types, column);
		}
		catch (StoredValueException ex) {
			// one of them refuses again, and knows its field
			this.fields.forEach((field) -> read(target, row, field, column + field.index()));
			// several columns together are no record
			throw ex.in(this.model, ex.column(), this.fields.get(0).owner().table().toString(), ex.column(),
					key(target));
		}
	}

	/**
	 * Read one field.
	 * @param target the instance
	 * @param row the row
	 * @param field the field
	 * @param column the column, from 1
	 */
	public void read(Model target, RowReader row, FieldModel field, int column) {
		try {
			readField(target, row, field, column);
		}
		catch (StoredValueException ex) {
			throw ex.in(field.model().name(), field.name(), field.owner().table().toString(), field.column(),
					key(target));
		}
	}

	/** The key, where its fields come first or the row was read before. */
	private @Nullable Object key(Model target) {
		List<FieldModel> key = this.fields.stream().filter(FieldModel::primaryKey).toList();
		return (key.size() == 1) ? this.binding.get(target, key.get(0).index()) : null;
	}

	private void readField(Model target, RowReader row, FieldModel field, int column) {
		int index = field.index();
		if (!this.decoded.get(index)) {
			this.binding.read(target, row, this.types, index, column);
			return;
		}
		Object value = row.get(column, this.types[index]);
		this.binding.set(target, index, (field.relation() != null) ? field.handle(target, value) : value);
	}

}
