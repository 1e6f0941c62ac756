package dev.orm.schema;

/**
 * An object the schema knows by its statements only, such as a view or a trigger.
 *
 * @param name its name
 * @param create the statement that makes it
 * @param drop the statement that drops it; empty if nothing does
 */
public record Raw(String name, String create, String drop) implements SchemaObject {

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.RAW, "", this.name);
	}

	@Override
	public String line() {
		return id() + " create " + FactNames.text(this.create)
				+ (this.drop.isEmpty() ? "" : " drop " + FactNames.text(this.drop));
	}

	@Override
	public Raw after(Change.Rename rename) {
		return rename.id().equals(id()) ? new Raw(rename.to(), this.create, this.drop) : this;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.raw(this);
	}

}
