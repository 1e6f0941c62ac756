package dev.orm.execute;

import java.sql.Connection;

import org.springframework.jdbc.datasource.ConnectionHolder;

/**
 * The connection of a cursor, bound to the thread while what its rows need is read over
 * it.
 */
final class CursorHolder extends ConnectionHolder {

	CursorHolder(Connection connection) {
		super(connection);
	}

}
