/**
 * What is asked of writes and what they answer: options, results, and the ports by which
 * they ask whoever knows. Called by: users, the front door and the rooms that write.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.persist;

import org.jspecify.annotations.NullMarked;
