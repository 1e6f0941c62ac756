package dev.orm.migration.files;

import dev.orm.journal.JournalEntry;

/**
 * A migration that is to be written. Immutable.
 *
 * @param entry what the journal says of it
 * @param form what kind of file it is
 * @param forward the SQL that makes the changes, or the class in Java
 * @param undo the SQL that takes them back; empty for a class, which does so itself
 */
public record NewMigration(JournalEntry entry, Form form, String forward, String undo) {

	/**
	 * Return a migration that runs in a transaction, or whose statements say themselves
	 * that they cannot.
	 * @param entry what the journal says of it
	 * @param forward the SQL that makes the changes
	 * @param undo the SQL that takes them back
	 * @return the migration
	 */
	public static NewMigration ofSql(JournalEntry entry, String forward, String undo) {
		return new NewMigration(entry, Form.SQL, forward, undo);
	}

	/** The kinds of files. */
	public enum Form {

		/** Two scripts. */
		SQL,
		/** Two scripts, which commit in between. */
		SQL_APART,
		/** A class. */
		JAVA

	}

}
