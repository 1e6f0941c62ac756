package dev.orm.migration.files;

import dev.orm.schema.JournalEntry;

/**
 * A migration that is to be written. Immutable.
 *
 * @param entry what the journal says of it
 * @param forward the SQL that makes the changes
 * @param undo the SQL that takes them back
 */
public record NewMigration(JournalEntry entry, String forward, String undo) {

}
