package dev.orm.cluster.silence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Silence is asked about below the encryption, too. */
class EncryptedSilenceTests {

	private static final String PASSWORD = "changeit";

	@TempDir
	private Path folder;

	@Test
	void aLongStatementGoesOnAndOneOfAServerThatHangsFails() throws Exception {
		makeCertificate();
		try (EmbeddedPostgres server = start();
				HushedProxy proxy = HushedProxy.before(server.getJdbcUrl("postgres", "postgres"));
				Connection connection = DriverManager
					.getConnection(proxy.url(server.getJdbcUrl("postgres", "postgres")) + "&sslmode=require"
							+ "&socketFactory=" + HeedfulSocketFactory.class.getName() + "&socketFactoryArg="
							+ HeedfulSocketFactory.argument("shop", Duration.ofMillis(300)).replace(" ", "%20"))) {
			assertThat(one(connection, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")).isEqualTo("t");
			assertThat(one(connection, "SELECT 1 FROM pg_sleep(2)")).isEqualTo("1");
			CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> told(connection));
			Thread.sleep(100);
			proxy.hush();
			assertThat(asked).failsWithin(Duration.ofSeconds(12))
				.withThrowableOfType(ExecutionException.class)
				.havingRootCause()
				.withMessageContaining("Database 'shop' is silent");
		}
	}

	private static String told(Connection connection) {
		try {
			return one(connection, "SELECT 1 FROM pg_sleep(3)");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String one(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

	private EmbeddedPostgres start() throws IOException {
		return EmbeddedPostgres.builder()
			.setServerConfig("fsync", "off")
			.setServerConfig("ssl", "on")
			.setServerConfig("ssl_cert_file", this.folder.resolve("server.crt").toString())
			.setServerConfig("ssl_key_file", this.folder.resolve("server.key").toString())
			.start();
	}

	private void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
		Path store = this.folder.resolve("keys.p12");
		new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
				"-alias", "server", "-keyalg", "RSA", "-dname", "CN=localhost", "-storetype", "PKCS12", "-keystore",
				store.toString(), "-storepass", PASSWORD)
			.start()
			.waitFor();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(store)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		write("server.crt", "CERTIFICATE", keys.getCertificate("server").getEncoded());
		write("server.key", "PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
	}

	private void write(String file, String kind, byte[] content) throws IOException {
		Path written = Files.writeString(this.folder.resolve(file), "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
			.formatted(kind, Base64.getMimeEncoder().encodeToString(content)));
		Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
	}

}
