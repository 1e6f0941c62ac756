package dev.orm.schema;

/**
 * A table; its columns are objects of their own.
 *
 * @param name its name, as the text of a {@link TablePath}
 * @param comment what people should know of it; empty for nothing
 */
public record Table(String name, String comment) implements SchemaObject {

	/**
	 * Return a table without comment.
	 * @param name its name
	 * @return the table
	 */
	public static Table of(String name) {
		return new Table(name, "");
	}

	@Override
	public ObjectId id() {
		return ObjectId.table(this.name);
	}

	@Override
	public String line() {
		return id() + (this.comment.isEmpty() ? "" : " comment " + FactNames.text(this.comment));
	}

	@Override
	public Table after(Change.Rename rename) {
		return rename.id().equals(id()) ? new Table(rename.to(), this.comment) : this;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.table(this);
	}

}
