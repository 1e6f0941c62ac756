/**
 * Reading through querysets and relations, with the statements each costs, on PostgreSQL.
 */
@NullMarked
package dev.orm.relation;

import org.jspecify.annotations.NullMarked;
