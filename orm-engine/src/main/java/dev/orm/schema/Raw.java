package dev.orm.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object the schema knows by its statements only, such as a view or a trigger.
 *
 * @param name its name
 * @param create the statement that makes it
 * @param drop the statement that drops it; empty if nothing does
 */
public record Raw(String name, String create, String drop) implements SchemaObject {

	private static final Pattern DROPPED = Pattern
		.compile("(?is)^\\s*DROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:(\"[^\"]+\"|[\\w$]+)\\.)?(\"[^\"]+\"|[\\w$]+)");

	private static final Pattern FIRST = Pattern.compile("(?is)^\\s*CREATE\\s+(?:TYPE|DOMAIN|SEQUENCE)\\b.*");

	/**
	 * Return whether tables may be built of it: it is made before them, and dropped after
	 * them.
	 * @return true for a type, a domain or a sequence
	 */
	public boolean comesFirst() {
		return FIRST.matcher(this.create).matches();
	}

	/**
	 * Return the table whose rows go with the object, such as a partition.
	 * @return the table; empty if the object is none
	 */
	public Optional<ObjectId> droppedTable() {
		Matcher dropped = DROPPED.matcher(this.drop);
		return dropped.find() ? Optional.of(ObjectId
			.table(new TablePath((dropped.group(1) != null) ? spoken(dropped.group(1)) : "", spoken(dropped.group(2)))
				.text())) : Optional.empty();
	}

	@Override
	public boolean holdsRows() {
		return droppedTable().isPresent();
	}

	/**
	 * Return a name as the server takes it.
	 * @param name the name, as a statement writes it
	 * @return what is between quotes, or the name in small letters
	 */
	public static String spoken(String name) {
		return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
				: name.toLowerCase(Locale.ROOT);
	}

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
