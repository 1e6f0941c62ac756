package dev.orm.execute;

import java.sql.Connection;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** What is done with a connection for one statement. */
@FunctionalInterface
interface ConnectionWork<R extends @Nullable Object> {

	R run(Connection connection, Execution execution) throws SQLException;

}
