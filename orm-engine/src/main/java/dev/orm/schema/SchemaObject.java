package dev.orm.schema;

/**
 * An object of a schema: a fact of one line. Immutable. Lines and objects are inverse:
 * {@code SchemaObject.parse(object.line()).equals(object)}.
 */
public sealed interface SchemaObject permits Namespace, Extension, Sorting, Table, Column, Key, Unique, Check,
		Exclusion, Index, ForeignKey, Distribution, Policy, History, Raw {

	/**
	 * Return what tells it from other objects.
	 * @return its id
	 */
	ObjectId id();

	/**
	 * Return the fact.
	 * @return one line, without a line break
	 */
	String line();

	/**
	 * Return the object as it is after another object, or itself, was renamed.
	 * @param rename the rename
	 * @return the object; itself if it neither is nor names what was renamed
	 */
	SchemaObject after(Change.Rename rename);

	/**
	 * Return whether the object is a column, or names it. Objects whose text nobody reads
	 * name none.
	 * @param column the id of the column
	 * @return true if a rename of the column changes the object
	 */
	default boolean names(ObjectId column) {
		return !after(new Change.Rename(column, column.name() + "\u0000")).equals(this);
	}

	/**
	 * Return whether rows go with the object though it is no table.
	 * @return true for a partition that is known by its statements
	 */
	default boolean holdsRows() {
		return false;
	}

	/**
	 * Call the method of a visitor that is meant for the kind of object.
	 * @param <R> what the visitor answers
	 * @param visitor the visitor
	 * @return its answer
	 */
	<R> R accept(Visitor<R> visitor);

	/**
	 * Parse a fact.
	 * @param line the line
	 * @return the object
	 * @throws FactException if the line is none, with the reason
	 */
	static SchemaObject parse(String line) {
		return new FactReader(line).read();
	}

	/**
	 * One method for each kind of object.
	 *
	 * @param <R> the answer
	 */
	interface Visitor<R> {

		R namespace(Namespace namespace);

		R extension(Extension extension);

		R collation(Sorting collation);

		R table(Table table);

		R column(Column column);

		R key(Key key);

		R unique(Unique unique);

		R check(Check check);

		R exclusion(Exclusion exclusion);

		R index(Index index);

		R foreignKey(ForeignKey foreignKey);

		R distribution(Distribution distribution);

		R policy(Policy policy);

		R history(History history);

		R raw(Raw raw);

	}

}
