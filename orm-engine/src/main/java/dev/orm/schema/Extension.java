package dev.orm.schema;

/**
 * An extension the schema needs.
 *
 * @param name its name
 */
public record Extension(String name) implements SchemaObject {

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.EXTENSION, "", this.name);
	}

	@Override
	public String line() {
		return id().toString();
	}

	@Override
	public Extension after(Change.Rename rename) {
		return rename.id().equals(id()) ? new Extension(rename.to()) : this;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.extension(this);
	}

}
