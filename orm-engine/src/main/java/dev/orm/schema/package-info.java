/**
 * What a database looks like, as text: one line a fact, patches of facts, and the journal
 * that holds them. Pure text and records; knows neither models nor databases. Called by:
 * migration.
 */
@NullMarked
package dev.orm.schema;

import org.jspecify.annotations.NullMarked;
