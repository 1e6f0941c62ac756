/**
 * Settings of the session that go with a statement. In: settings and a statement. Out:
 * one exchange with the server. Called by: what runs statements.
 */
@NullMarked
package dev.orm.execute.settings;

import org.jspecify.annotations.NullMarked;
