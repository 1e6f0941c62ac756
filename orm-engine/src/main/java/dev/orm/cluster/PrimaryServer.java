package dev.orm.cluster;

import javax.sql.DataSource;

/**
 * The server that is written to.
 *
 * @param pool its connections
 * @param probe connections for the monitor, which keeps one
 */
public record PrimaryServer(DataSource pool, DataSource probe) {

}
