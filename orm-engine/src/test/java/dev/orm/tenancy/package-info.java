/** Rows of tenants, kept apart by queries and by the database, on PostgreSQL. */
@NullMarked
package dev.orm.tenancy;

import org.jspecify.annotations.NullMarked;
