/**
 * Atomic blocks, savepoints and work after the commit. In: what to do and how. Out: its
 * result, committed or rolled back as a whole, by Spring's transaction managers. Called
 * by: users, persist.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.transaction;

import org.jspecify.annotations.NullMarked;
