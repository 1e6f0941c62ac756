package dev.orm.execute;

import java.sql.Connection;

import dev.orm.observe.Destination;

import org.springframework.jdbc.datasource.ConnectionHolder;

/**
 * The connection of a cursor, bound to the thread while what its rows need is read over
 * it.
 */
final class CursorHolder extends ConnectionHolder {

	private final Destination destination;

	CursorHolder(Connection connection, Destination destination) {
		super(connection);
		this.destination = destination;
	}

	Destination destination() {
		return this.destination;
	}

}
