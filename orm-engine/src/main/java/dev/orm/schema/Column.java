package dev.orm.schema;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param table the table
 * @param name the column
 * @param type the type, in the spelling of {@link TypeSpelling}
 * @param notNull whether it takes no NULL
 * @param identity whether the server numbers new rows
 * @param defaultValue the expression of new rows that say nothing; null for none
 * @param generated the expression it is computed by; null for a plain column
 * @param collation the collation; empty for that of the type
 * @param comment what people should know of it; empty for nothing
 */
public record Column(String table, String name, String type, boolean notNull, Identity identity,
		@Nullable String defaultValue, @Nullable Generated generated, String collation,
		String comment) implements SchemaObject {

	/** The comment of a column that names the table a generic key points to. */
	public static final String GENERIC_TYPE = "The table of the row that is pointed to";

	public Column {
		defaultValue = (defaultValue != null) ? SqlLine.of(defaultValue) : null;
	}

	/**
	 * Return a plain column.
	 * @param table the table
	 * @param name the column
	 * @param type the type
	 * @param notNull whether it takes no NULL
	 * @return the column
	 */
	public static Column of(String table, String name, String type, boolean notNull) {
		return new Column(table, name, TypeSpelling.of(type), notNull, Identity.NONE, null, null, "", "");
	}

	/**
	 * Return whether the column names the table that a generic key points to.
	 * @return true if it does, as its comment says
	 */
	public boolean isGenericType() {
		return this.comment.equals(GENERIC_TYPE);
	}

	/**
	 * Return a copy of another type.
	 * @param other the type
	 * @return a copy
	 */
	public Column withType(String other) {
		return new Column(this.table, this.name, other, this.notNull, this.identity, this.defaultValue, this.generated,
				this.collation, this.comment);
	}

	/**
	 * Return a copy that does or does not take NULL.
	 * @param value whether it takes none
	 * @return a copy
	 */
	public Column withNotNull(boolean value) {
		return new Column(this.table, this.name, this.type, value, this.identity, this.defaultValue, this.generated,
				this.collation, this.comment);
	}

	/**
	 * Return a copy with or without identity.
	 * @param value the identity
	 * @return a copy
	 */
	public Column withIdentity(Identity value) {
		return new Column(this.table, this.name, this.type, this.notNull, value, this.defaultValue, this.generated,
				this.collation, this.comment);
	}

	/**
	 * Return a copy with another default.
	 * @param expression an SQL expression; null for none
	 * @return a copy
	 */
	public Column withDefault(@Nullable String expression) {
		return new Column(this.table, this.name, this.type, this.notNull, this.identity, expression, this.generated,
				this.collation, this.comment);
	}

	/**
	 * Return a copy that is, or is not, computed.
	 * @param value how; null for a plain column
	 * @return a copy
	 */
	public Column withGenerated(@Nullable Generated value) {
		return new Column(this.table, this.name, this.type, this.notNull, this.identity, this.defaultValue, value,
				this.collation, this.comment);
	}

	/**
	 * Return a copy with another collation.
	 * @param other the collation; empty for that of the type
	 * @return a copy
	 */
	public Column withCollation(String other) {
		return new Column(this.table, this.name, this.type, this.notNull, this.identity, this.defaultValue,
				this.generated, other, this.comment);
	}

	/**
	 * Return a copy with another comment.
	 * @param text the comment; empty for none
	 * @return a copy
	 */
	public Column withComment(String text) {
		return new Column(this.table, this.name, this.type, this.notNull, this.identity, this.defaultValue,
				this.generated, this.collation, text);
	}

	@Override
	public ObjectId id() {
		return ObjectId.column(this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " " + definition();
	}

	/**
	 * Return what the column is, without its name.
	 * @return the fact's text after the name
	 */
	public String definition() {
		StringBuilder text = new StringBuilder(this.type);
		text.append(this.collation.isEmpty() ? "" : " collate " + FactNames.write(this.collation));
		text.append(this.notNull ? " not null" : "").append(this.identity.suffix());
		text.append((this.defaultValue != null) ? " default " + FactNames.expression(this.defaultValue) : "");
		text.append((this.generated != null) ? this.generated.suffix() : "");
		return text.append(this.comment.isEmpty() ? "" : " comment " + FactNames.text(this.comment)).toString();
	}

	/**
	 * Return the column as it is called after some changes.
	 * @param changes the changes, of which renames count
	 * @return a copy
	 */
	public Column renamed(List<Change> changes) {
		Column renamed = this;
		for (Change change : changes) {
			renamed = (change instanceof Change.Rename rename) ? renamed.after(rename) : renamed;
		}
		return renamed;
	}

	@Override
	public Column after(Change.Rename rename) {
		ObjectId renamed = id().tableRenamed(rename.tableBefore(), rename.tableAfter());
		if (rename.id().kind() == ObjectKind.COLLATION) {
			return this.collation.equals(rename.id().name()) ? withCollation(rename.to()) : this;
		}
		if (rename.id().kind() != ObjectKind.COLUMN) {
			return at(renamed.table(), renamed.name());
		}
		Column column = rename.id().equals(id()) ? at(this.table, rename.to()) : this;
		return rename.id().table().equals(this.table) ? column.renaming(rename.id().name(), rename.to()) : column;
	}

	private Column renaming(String from, String to) {
		String value = (this.defaultValue != null) ? FactNames.renamed(this.defaultValue, from, to) : null;
		Generated computed = (this.generated != null)
				? new Generated(FactNames.renamed(this.generated.expression(), from, to), this.generated.stored())
				: null;
		return withDefault(value).withGenerated(computed);
	}

	private Column at(String newTable, String newName) {
		return new Column(newTable, newName, this.type, this.notNull, this.identity, this.defaultValue, this.generated,
				this.collation, this.comment);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.column(this);
	}

	/** How the server numbers new rows. */
	public enum Identity {

		/** It does not. */
		NONE,
		/** Where the row brings no number. */
		BY_DEFAULT,
		/** Always. */
		ALWAYS;

		String suffix() {
			return switch (this) {
				case NONE -> "";
				case BY_DEFAULT -> " identity";
				case ALWAYS -> " identity " + name().toLowerCase(Locale.ROOT);
			};
		}

	}

	/**
	 * How a column is computed from others of its row.
	 *
	 * @param expression the expression, columns in double quotes
	 * @param stored whether the value is kept in the row
	 */
	public record Generated(String expression, boolean stored) {

		public Generated {
			expression = SqlLine.of(expression);
		}

		String suffix() {
			return " generated " + FactNames.expression(this.expression) + (this.stored ? " stored" : " virtual");
		}

	}

}
