package dev.orm.schema;

import java.util.List;

/**
 * A foreign key.
 *
 * @param table the table
 * @param name the constraint
 * @param columns its columns
 * @param target the table it points to
 * @param targetColumns the columns it points to
 * @param onDelete what the server does to rows whose target is deleted
 * @param deferral when it is checked
 * @param outside whether the table it points to is made by others before, and is no fact
 * of this schema
 */
public record ForeignKey(String table, String name, List<String> columns, String target, List<String> targetColumns,
		Action onDelete, Deferral deferral, boolean outside) implements SchemaObject {

	public ForeignKey {
		columns = List.copyOf(columns);
		targetColumns = List.copyOf(targetColumns);
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.FOREIGN_KEY, this.table, this.name);
	}

	@Override
	public String line() {
		return id() + " " + FactNames.list(this.columns) + " -> " + TablePath.of(this.target).line() + " "
				+ FactNames.list(this.targetColumns) + (this.outside ? " outside" : "") + this.onDelete.suffix()
				+ this.deferral.suffix();
	}

	@Override
	public ForeignKey after(Change.Rename rename) {
		ObjectId id = rename.applyTo(id());
		List<String> own = rename.applyTo(this.table, this.columns);
		if (this.outside) {
			return new ForeignKey(id.table(), id.name(), own, this.target, this.targetColumns, this.onDelete,
					this.deferral, true);
		}
		String to = this.target.equals(rename.tableBefore()) ? rename.tableAfter() : this.target;
		return new ForeignKey(id.table(), id.name(), own, to, rename.applyTo(this.target, this.targetColumns),
				this.onDelete, this.deferral, false);
	}

	/**
	 * Return a copy that points to a table of others.
	 * @return the copy
	 */
	public ForeignKey toOutside() {
		return new ForeignKey(this.table, this.name, this.columns, this.target, this.targetColumns, this.onDelete,
				this.deferral, true);
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.foreignKey(this);
	}

	/** What the server does to rows whose target is deleted. */
	public enum Action {

		/** Refuse. */
		NONE(""),
		/** Refuse at once, even where the constraint is deferred. */
		RESTRICT("restrict"),
		/** Delete them too. */
		CASCADE("cascade"),
		/** Set the columns to NULL. */
		SET_NULL("set null"),
		/** Set the columns to their defaults. */
		SET_DEFAULT("set default");

		private final String words;

		Action(String words) {
			this.words = words;
		}

		/**
		 * Return the words of SQL.
		 * @return the words; empty for {@link #NONE}
		 */
		public String words() {
			return this.words;
		}

		String suffix() {
			return this.words.isEmpty() ? "" : " on delete " + this.words;
		}

	}

}
