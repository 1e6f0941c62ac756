/**
 * Runs statements. In: SQL text and typed values. Out: rows, counts, and errors as
 * Spring's DataAccessException. Connections are those of Spring's transactions. Called
 * by: load, persist, transaction, the front door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.execute;

import org.jspecify.annotations.NullMarked;
