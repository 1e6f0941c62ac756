package dev.orm.schema;

import java.util.List;

/**
 * A table; its columns are objects of their own.
 *
 * @param name its name, as the text of a {@link TablePath}
 * @param comment what people should know of it; empty for nothing
 * @param partition the columns by whose ranges it is partitioned; empty for a plain one
 */
public record Table(String name, String comment, List<String> partition) implements SchemaObject {

	public Table {
		partition = List.copyOf(partition);
	}

	/**
	 * Create a table that is not partitioned.
	 * @param name its name
	 * @param comment what people should know of it; empty for nothing
	 */
	public Table(String name, String comment) {
		this(name, comment, List.of());
	}

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
		return id() + (this.partition.isEmpty() ? "" : " partition by range " + FactNames.list(this.partition))
				+ (this.comment.isEmpty() ? "" : " comment " + FactNames.text(this.comment));
	}

	@Override
	public Table after(Change.Rename rename) {
		return new Table(rename.id().equals(id()) ? rename.to() : this.name, this.comment,
				rename.applyTo(this.name, this.partition));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.table(this);
	}

}
