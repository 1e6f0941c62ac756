package dev.orm.persist;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One table of a model, with the columns it holds. All fields are as the model sees them.
 * Immutable; made once for each table of a model, and equal to itself only.
 */
final class OwnTable {

	private final EntityModel table;

	private final List<FieldModel> key;

	private final List<FieldModel> others;

	private final List<FieldModel> all;

	private final @Nullable FieldModel identity;

	private final List<FieldModel> withoutIdentity;

	OwnTable(EntityModel model, EntityModel table) {
		List<String> keyNames = table.key().stream().map(FieldModel::name).toList();
		this.table = table;
		this.all = model.fields().stream().filter((field) -> field.owner() == table).toList();
		this.key = this.all.stream().filter((field) -> keyNames.contains(field.name())).toList();
		this.others = this.all.stream().filter((field) -> !keyNames.contains(field.name())).toList();
		this.identity = this.key.stream().filter((field) -> field.is(Flag.IDENTITY)).findFirst().orElse(null);
		this.withoutIdentity = this.all.stream().filter((field) -> field != this.identity).toList();
	}

	/** The model that owns the table. */
	EntityModel table() {
		return this.table;
	}

	TableName name() {
		return this.table.table();
	}

	/** The key. */
	List<FieldModel> key() {
		return this.key;
	}

	/** All other columns. */
	List<FieldModel> others() {
		return this.others;
	}

	/** All columns, in order. */
	List<FieldModel> all() {
		return this.all;
	}

	/** The key column the database fills in, if it is left out. */
	@Nullable FieldModel identity() {
		return this.identity;
	}

	/** The columns an insert sends for which the database makes the key, or not. */
	List<FieldModel> sent(@Nullable FieldModel generated) {
		return (generated != null) ? this.withoutIdentity : this.all;
	}

	boolean isGeneratedKey() {
		return this.key.stream().anyMatch((field) -> field.is(Flag.UUID_KEY));
	}

	@Override
	public String toString() {
		return name().toString();
	}

}
