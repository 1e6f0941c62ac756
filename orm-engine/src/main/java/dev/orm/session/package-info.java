/**
 * For whom statements run: the tenant, and settings of the session that go with each
 * statement. In: what the application knows of the thread. Out: a tenant, names and
 * values. Called by: whoever compiles, binds, writes and sends. Applications implement
 * it.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.session;

import org.jspecify.annotations.NullMarked;
