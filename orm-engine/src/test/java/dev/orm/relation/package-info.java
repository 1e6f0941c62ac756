/**
 * Loading relations and deferred fields, with the statements each costs, on PostgreSQL.
 */
@NullMarked
package dev.orm.relation;

import org.jspecify.annotations.NullMarked;
