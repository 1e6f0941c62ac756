/**
 * What a database looks like, as text: one line a fact, and patches of facts. Pure text
 * and records; knows neither models nor databases. Called by: journal and migration.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.schema;

import org.jspecify.annotations.NullMarked;
