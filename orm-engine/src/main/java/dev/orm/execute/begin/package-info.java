/**
 * What a transaction is told when it begins. In: settings of the session. Out: a
 * transaction in which every statement sees them, whoever sends it. Called by: the front
 * door.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.execute.begin;

import org.jspecify.annotations.NullMarked;
