package dev.orm.cluster;

import java.sql.SQLException;

import dev.orm.observe.Destination;

/** What a connection of a database with replicas can be asked, by {@code unwrap}. */
public interface ServedConnection {

	/**
	 * Return which server it leads to.
	 * @return the destination
	 */
	Destination destination();

	/**
	 * Take in that a statement on it failed.
	 * @param error how
	 */
	void failed(SQLException error);

}
