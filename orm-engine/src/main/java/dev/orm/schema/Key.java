package dev.orm.schema;

import java.util.List;

/**
 * A primary key.
 *
 * @param table the table
 * @param name the constraint
 * @param columns its columns
 */
public record Key(String table, String name, List<String> columns) implements SchemaObject {

	public Key {
		columns = List.copyOf(columns);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.KEY, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " " + FactNames.list(this.columns);
	}

	@Override
	public Key after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		return new Key(id.table(), id.name(), rename.applyTo(this.table, this.columns));
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.key(this);
	}

}
