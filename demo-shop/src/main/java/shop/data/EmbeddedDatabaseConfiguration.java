package shop.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres() throws IOException {
		Path folder = workingDirectory();
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(folder.toFile())
			.setDataDirectory(Files.createTempDirectory(folder, "data"))
			.setCleanDataDirectory(true)
			.setLocaleConfig("locale", "C.UTF-8")
			.setLocaleConfig("encoding", "UTF8")
			.setServerConfig("fsync", "off")
			.setServerConfig("full_page_writes", "off")
			.start();
	}

	// One folder for each user: what root unpacked is not for others to write to
	private static Path workingDirectory() {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"), "demo-shop-" + System.getProperty("user.name"));
		try {
			return Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot create " + folder + ", where the embedded PostgreSQL lives", ex);
		}
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
