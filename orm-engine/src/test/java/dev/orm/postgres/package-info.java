/**
 * What PostgreSQL alone has: {@code hstore}, search in the language of each row, texts
 * without accents. In: the extensions. Out: rows and SQL.
 */
@NullMarked
package dev.orm.postgres;

import org.jspecify.annotations.NullMarked;
