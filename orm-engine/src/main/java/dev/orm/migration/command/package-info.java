/**
 * What a command is told and what it answers: its words, a terminal, an exit code. Called
 * by: the commands, and who runs them.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.migration.command;

import org.jspecify.annotations.NullMarked;
