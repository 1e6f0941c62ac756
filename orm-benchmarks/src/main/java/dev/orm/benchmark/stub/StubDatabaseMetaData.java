package dev.orm.benchmark.stub;

import java.sql.Connection;
import java.sql.DatabaseMetaData;

/** Says that this is PostgreSQL, by which libraries choose their dialect. */
@SuppressWarnings("NullAway.Init") // the data source links them
public abstract class StubDatabaseMetaData implements DatabaseMetaData {

	StubConnection connection;

	@Override
	public Connection getConnection() {
		return this.connection;
	}

	@Override
	public String getDatabaseProductName() {
		return "PostgreSQL";
	}

	@Override
	public String getDatabaseProductVersion() {
		return "18.0";
	}

	@Override
	public int getDatabaseMajorVersion() {
		return 18;
	}

	@Override
	public String getDriverName() {
		return "PostgreSQL JDBC Driver";
	}

	@Override
	public String getDriverVersion() {
		return "42.7.13";
	}

	@Override
	public int getDriverMajorVersion() {
		return 42;
	}

	@Override
	public int getJDBCMajorVersion() {
		return 4;
	}

	@Override
	public String getURL() {
		return "jdbc:postgresql://localhost/stub";
	}

	@Override
	public String getUserName() {
		return "postgres";
	}

	@Override
	public String getIdentifierQuoteString() {
		return "\"";
	}

	@Override
	public String getSQLKeywords() {
		return "";
	}

	@Override
	public String getExtraNameCharacters() {
		return "";
	}

	@Override
	public String getSearchStringEscape() {
		return "\\";
	}

	@Override
	public String getCatalogSeparator() {
		return ".";
	}

	@Override
	public boolean supportsGetGeneratedKeys() {
		return true;
	}

	@Override
	public boolean supportsBatchUpdates() {
		return true;
	}

	@Override
	public boolean storesLowerCaseIdentifiers() {
		return true;
	}

}
