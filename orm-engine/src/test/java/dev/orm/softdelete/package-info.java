/** Rows that deletes mark instead of removing them, on PostgreSQL. */
@NullMarked
package dev.orm.softdelete;

import org.jspecify.annotations.NullMarked;
