package dev.orm.cluster;

import javax.sql.DataSource;

/**
 * A server that only reads.
 *
 * @param name its name
 * @param weight how many reads it gets, compared with the others; at least 1
 * @param pool connections for readers; they should be read-only, and a borrow should fail
 * within a quarter of a second
 * @param probe connections for the monitor, which keeps one; a second without an answer
 * should be an error
 */
public record ReplicaServer(String name, int weight, DataSource pool, DataSource probe) {

	public ReplicaServer {
		if (weight < 1) {
			throw new IllegalArgumentException(
					"The weight of replica '%s' is %d; 1 is the least".formatted(name, weight));
		}
	}

}
