package dev.orm.schema;

/**
 * A schema of the database that tables lie in beside that of the search path.
 *
 * @param name its name
 */
public record Namespace(String name) implements SchemaObject {

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.SCHEMA, "", this.name);
	}

	@Override
	public String line() {
		return id().toString();
	}

	@Override
	public Namespace after(Change.Rename rename) {
		return rename.id().equals(id()) ? new Namespace(rename.to()) : this;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.namespace(this);
	}

}
