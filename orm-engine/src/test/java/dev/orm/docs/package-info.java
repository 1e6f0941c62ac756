/**
 * Keeps the documentation true: its code is that of tests, and its links lead somewhere.
 * In come the Markdown files and the tests they name; out goes nothing. Called by nobody.
 */
@NullMarked
package dev.orm.docs;

import org.jspecify.annotations.NullMarked;
