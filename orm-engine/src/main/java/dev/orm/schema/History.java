package dev.orm.schema;

import java.util.List;

/**
 * Triggers of a table that keep what its rows were, in a second table beside it. The
 * second table and its columns are objects of their own, so that a change of a column is
 * one of both.
 *
 * @param table the table
 * @param rows the table that takes what was; the function of the triggers is called as it
 * is
 * @param key the columns that tell a row, which an insert leaves
 * @param kept the other columns that are kept
 */
public record History(String table, String rows, List<String> key, List<String> kept) implements SchemaObject {

	private static final String NAME = "history";

	public History {
		key = List.copyOf(key);
		kept = List.copyOf(kept);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.HISTORY, this.table, NAME);
	}

	@Override
	public String line() {
		return id() + " in " + TablePath.of(this.rows).line() + " " + definition();
	}

	/**
	 * Return which columns it keeps, as the fact says it.
	 * @return the fact's text after the tables
	 */
	public String definition() {
		return "key " + FactNames.list(this.key) + (this.kept.isEmpty() ? "" : " keeps " + FactNames.list(this.kept));
	}

	@Override
	public History after(Change.Rename rename) {
		ObjectId renamed = rename.applyTo(id());
		String beside = rename.id().equals(ObjectId.table(this.rows)) ? rename.to() : this.rows;
		return new History(renamed.table(), beside, rename.applyTo(this.table, this.key),
				rename.applyTo(this.table, this.kept));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.history(this);
	}

}
