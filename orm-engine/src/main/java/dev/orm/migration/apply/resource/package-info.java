/**
 * What lies beside the folders Flyway looks into. The name of a file in, its text out.
 * Called by: what runs migrations, and migrations in Java, which want the journal.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.apply.resource;

import org.jspecify.annotations.NullMarked;
