/**
 * Reads the schema of a database from its catalogue, and compares it with ours by asking
 * the server to spell both. Connections in, schemas out. Called by: apply and the command
 * language.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.inspect;

import org.jspecify.annotations.NullMarked;
