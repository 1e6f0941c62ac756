/**
 * StatementSender instances: save, bulk sender, get-or-create, deletes with their
 * cascades, related-manager sender. In: instances and what to do with them. Out: rows
 * changed and instances that know their keys. Called by: the front door.
 */
@NullMarked
package dev.orm.persist;

import org.jspecify.annotations.NullMarked;
