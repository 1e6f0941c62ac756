package dev.orm.schema;

import java.util.Locale;

/** The kinds of objects a schema holds, in the order in which they can be made. */
public enum ObjectKind {

	/** A schema of the database. */
	SCHEMA,
	/** An extension of the server. */
	EXTENSION,
	/** How texts are sorted. */
	COLLATION,
	/** A table, without its columns. */
	TABLE,
	/** A column of a table. */
	COLUMN,
	/** The primary key of a table. */
	KEY,
	/** A unique constraint. */
	UNIQUE,
	/** A check constraint. */
	CHECK,
	/** An exclusion constraint. */
	EXCLUSION,
	/** An index that backs no constraint. */
	INDEX,
	/** How the rows of a table lie on several servers. */
	DISTRIBUTION,
	/** A foreign key. */
	FOREIGN_KEY,
	/** A policy of row level security. */
	POLICY,
	/** The triggers that keep what rows were. */
	HISTORY,
	/** Anything else, by the statements that make and drop it. */
	RAW;

	/**
	 * Return the word that begins a fact of this kind.
	 * @return the word, such as {@code foreign-key}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Return whether the object is a constraint of a table.
	 * @return true for keys, unique, check, exclusion and foreign key constraints
	 */
	public boolean isConstraint() {
		return this == KEY || this == UNIQUE || this == CHECK || this == EXCLUSION || this == FOREIGN_KEY;
	}

	/**
	 * Return whether the object belongs to a table and is named within it.
	 * @return false for schemas, extensions, collations, tables and raw objects
	 */
	public boolean isPartOfTable() {
		return this != SCHEMA && this != EXTENSION && this != COLLATION && this != TABLE && this != RAW;
	}

}
