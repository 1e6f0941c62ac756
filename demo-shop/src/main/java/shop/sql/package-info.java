/**
 * Shows for each page the SQL that ran. In: the engine's events. Out: the statements of
 * the current request. Called by: the page layout.
 */
@NullMarked
package shop.sql;

import org.jspecify.annotations.NullMarked;
