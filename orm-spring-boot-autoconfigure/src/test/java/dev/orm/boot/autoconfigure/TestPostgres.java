package dev.orm.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One PostgreSQL for all tests of this JVM. It stops with the JVM. */
public final class TestPostgres {

	private static final EmbeddedPostgres SERVER = start();

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

	/** What Spring Boot needs to connect. */
	public static String[] properties() {
		return new String[] { "spring.datasource.url=" + SERVER.getJdbcUrl("postgres", "postgres"),
				"spring.datasource.hikari.maximum-pool-size=2" };
	}

}
