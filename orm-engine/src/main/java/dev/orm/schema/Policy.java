package dev.orm.schema;

/**
 * A policy of row level security: which rows of a table may be read and written. A table
 * with one has row level security, for its owner too.
 *
 * @param table the table
 * @param name the policy
 * @param expression what must be true of a row, columns in double quotes
 */
public record Policy(String table, String name, String expression) implements SchemaObject {

	public Policy {
		expression = SqlLine.of(expression);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.POLICY, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " using " + FactNames.expression(this.expression);
	}

	@Override
	public Policy after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		return new Policy(id.table(), id.name(), rename.applyTo(this.table, this.expression));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.policy(this);
	}

}
