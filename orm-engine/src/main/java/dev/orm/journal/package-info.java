/**
 * The journal of migrations, as text: its entries, their versions, what they change and
 * where two of them meet. Pure text and records; knows neither models nor databases.
 * Called by: migration.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.journal;

import org.jspecify.annotations.NullMarked;
