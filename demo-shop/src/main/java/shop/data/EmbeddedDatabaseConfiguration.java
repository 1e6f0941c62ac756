package shop.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Starts a throw-away PostgreSQL with the application, unless
 * {@code spring.datasource.url} names a server. Its files are in the temporary folder and
 * go away with it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabaseConfiguration.NoDatabaseGiven.class)
class EmbeddedDatabaseConfiguration {

	/** How long a server may take to start on a busy machine. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres() throws IOException {
		Path folder = workingDirectory(Path.of(System.getProperty("java.io.tmpdir")));
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(folder.toFile())
			.setDataDirectory(Files.createTempDirectory(folder, "data"))
			.setCleanDataDirectory(true)
			.setPGStartupWait(PATIENCE)
			.setLocaleConfig("locale", "C.UTF-8")
			.setLocaleConfig("encoding", "UTF8")
			.setServerConfig("fsync", "off")
			.setServerConfig("full_page_writes", "off")
			// a standby gets only what is written
			.setServerConfig("synchronous_commit", "on")
			.start();
	}

	/**
	 * What is unpacked here is run, so nobody else may write to it: the folder inside,
	 * which the launcher opens to everybody, is behind one that only its owner enters.
	 */
	static Path workingDirectory(Path temporary) {
		Path folder = temporary.resolve("demo-shop-" + System.getProperty("user.name"));
		try {
			if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
				Files.createDirectory(folder);
			}
			if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
				reserve(folder);
			}
			return Files.createDirectories(folder.resolve("postgres"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot prepare " + folder + ", where the embedded PostgreSQL lives", ex);
		}
	}

	private static void reserve(Path folder) throws IOException {
		Path own = Files.createTempFile(folder, "own", "");
		UserPrincipal user = Files.getOwner(own);
		Files.delete(own);
		UserPrincipal owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS);
		if (!owner.equals(user)) {
			throw new IOException("It belongs to %s. Remove it, or start with -Djava.io.tmpdir=…".formatted(owner));
		}
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
	}

	@Bean
	JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres postgres) {
		return new EmbeddedConnectionDetails(postgres.getJdbcUrl("postgres", "postgres"));
	}

	/** Where the embedded server listens. */
	private record EmbeddedConnectionDetails(String jdbcUrl) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "postgres";
		}

		@Override
		public String getPassword() {
			return "";
		}

		@Override
		public String getJdbcUrl() {
			return this.jdbcUrl;
		}

	}

	/** Holds unless the environment names a database. */
	static final class NoDatabaseGiven extends NoneNestedConditions {

		NoDatabaseGiven() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.datasource.url")
		static final class UrlGiven {

		}

	}

}
