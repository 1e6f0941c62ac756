/**
 * The base class of models, relation handles and the descriptions the processor
 * generates. Knows no SQL. Called by: users, generated code, meta and load.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.model;

import org.jspecify.annotations.NullMarked;
