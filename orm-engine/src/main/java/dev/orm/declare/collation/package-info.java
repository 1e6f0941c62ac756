/**
 * Collations that models bring to the database: how texts are sorted and what counts as
 * the same. In: what {@link dev.orm.declare.Meta} methods say. Out: immutable
 * descriptions. Called by: models and the schema they become.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.declare.collation;

import org.jspecify.annotations.NullMarked;
