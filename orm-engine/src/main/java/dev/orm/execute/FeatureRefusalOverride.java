package dev.orm.execute;

import java.sql.SQLException;

import com.zaxxer.hikari.SQLExceptionOverride;

/**
 * Keeps HikariCP from closing a connection because the server refused a feature (SQLSTATE
 * 0A000): only the statement is lost, and the savepoint around it can be rolled back. For
 * {@code HikariConfig.setExceptionOverride}. Thread-safe.
 */
public final class FeatureRefusalOverride implements SQLExceptionOverride {

	private static final String FEATURE_NOT_SUPPORTED = "0A000";

	@java.lang.Override
	public Override adjudicate(SQLException error) {
		return FEATURE_NOT_SUPPORTED.equals(error.getSQLState()) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
	}

}
