/**
 * The snippets of the reference on queries. In: the shop's rows. Out: code the pages
 * quote, run on PostgreSQL.
 */
@NullMarked
package dev.orm.reference;

import org.jspecify.annotations.NullMarked;
