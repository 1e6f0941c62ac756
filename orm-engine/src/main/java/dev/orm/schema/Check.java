package dev.orm.schema;

/**
 * A check constraint.
 *
 * @param table the table
 * @param name the constraint
 * @param expression what must not be false, columns in double quotes
 */
public record Check(String table, String name, String expression) implements SchemaObject {

	public Check {
		expression = SqlLine.of(expression);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.CHECK, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " " + FactNames.expression(this.expression);
	}

	@Override
	public Check after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		return new Check(id.table(), id.name(), rename.applyTo(this.table, this.expression));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.check(this);
	}

}
