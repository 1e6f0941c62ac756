package dev.orm.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One PostgreSQL for all tests of this JVM. It stops with the JVM. */
public final class TestPostgres {

	private static final EmbeddedPostgres SERVER = start();

	private static final Set<String> DATABASES = new HashSet<>();

	private TestPostgres() {
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder()
				.setServerConfig("fsync", "off")
				.setLocaleConfig("locale", "C.UTF-8")
				.setLocaleConfig("encoding", "UTF8")
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A database of its own, made at the first call. */
	public static synchronized String url(String database) {
		if (DATABASES.add(database)) {
			try (Connection connection = SERVER.getPostgresDatabase().getConnection();
					Statement statement = connection.createStatement()) {
				statement.execute("CREATE DATABASE " + database);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return SERVER.getJdbcUrl("postgres", database);
	}

	/** What Spring Boot needs to connect. */
	public static String[] properties() {
		return new String[] { "spring.datasource.url=" + SERVER.getJdbcUrl("postgres", "postgres"),
				"spring.datasource.hikari.maximum-pool-size=2" };
	}

}
