/**
 * How the rows of tables lie on several servers. In: a linked model. Out: the column that
 * says where a row lies. Called by: checks, writers, validation and migrations.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.meta.distribution;

import org.jspecify.annotations.NullMarked;
