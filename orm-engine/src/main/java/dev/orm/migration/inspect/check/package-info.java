/**
 * What is odd about a database for models that are fine. Comes in: models, a database.
 * Goes out: problems, as those of the room check. Called by: the front door, at the start
 * of applications that want it.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.inspect.check;

import org.jspecify.annotations.NullMarked;
