package dev.orm.schema;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param table the table
 * @param name the constraint
 * @param columns its columns
 * @param nullsDistinct whether rows with NULL never clash, as usual
 * @param include columns its index carries along
 * @param deferral when it is checked
 */
public record Unique(String table, String name, List<String> columns, boolean nullsDistinct, List<String> include,
		Deferral deferral) implements SchemaObject {

	public Unique {
		columns = List.copyOf(columns);
		include = List.copyOf(include);
	}

	/**
	 * Return a plain constraint.
	 * @param table the table
	 * @param name the constraint
	 * @param columns its columns
	 * @return the constraint
	 */
	public static Unique of(String table, String name, List<String> columns) {
		return new Unique(table, name, columns, true, List.of(), Deferral.NONE);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.UNIQUE, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " " + FactNames.list(this.columns) + (this.nullsDistinct ? "" : " nulls not distinct")
				+ (this.include.isEmpty() ? "" : " include " + FactNames.list(this.include)) + this.deferral.suffix();
	}

	@Override
	public Unique after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		return new Unique(id.table(), id.name(), rename.applyTo(this.table, this.columns), this.nullsDistinct,
				rename.applyTo(this.table, this.include), this.deferral);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.unique(this);
	}

}
