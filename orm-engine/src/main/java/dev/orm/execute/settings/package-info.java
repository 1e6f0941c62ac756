/**
 * Settings of the session that go with a statement. In: settings and a statement. Out:
 * one exchange with the server. Called by: what runs statements.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.execute.settings;

import org.jspecify.annotations.NullMarked;
