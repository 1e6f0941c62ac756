package dev.orm.schema;

/**
 * An exclusion constraint.
 *
 * @param table the table
 * @param name the constraint
 * @param method the access method of its index, such as {@code gist}
 * @param elements what is compared and by which operator, as in
 * {@code "room" WITH =, "during" WITH &&}
 * @param where the rows it holds for; empty for all
 * @param deferral when it is checked
 */
public record Exclusion(String table, String name, String method, String elements, String where,
		Deferral deferral) implements SchemaObject {

	public Exclusion {
		elements = SqlLine.of(elements);
		where = SqlLine.of(where);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.EXCLUSION, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " using " + this.method + " " + FactNames.expression(this.elements)
				+ (this.where.isEmpty() ? "" : " where " + FactNames.expression(this.where)) + this.deferral.suffix();
	}

	@Override
	public Exclusion after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		return new Exclusion(id.table(), id.name(), this.method, rename.applyTo(this.table, this.elements),
				rename.applyTo(this.table, this.where), this.deferral);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.exclusion(this);
	}

}
