package shop.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedDatabaseConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(EmbeddedDatabaseConfiguration.class);

	@Test
	void aServerStartsWithTheApplicationAndStopsWithIt() {
		EmbeddedPostgres[] server = new EmbeddedPostgres[1];
		this.contextRunner.run((context) -> {
			server[0] = context.getBean(EmbeddedPostgres.class);
			assertThat(context.getBean(JdbcConnectionDetails.class).getJdbcUrl())
				.contains(String.valueOf(server[0].getPort()));
			assertThat(context.getBean(EmbeddedPostgres.class).getPostgresDatabase().getConnection().isValid(1))
				.isTrue();
		});
		assertThat(server[0].getPostgresDatabase()).isNotNull()
			.satisfies(
					(database) -> org.assertj.core.api.Assertions.assertThatExceptionOfType(java.sql.SQLException.class)
						.isThrownBy(database::getConnection));
	}

	@Test
	void nobodyElseReachesWhatIsUnpacked(@TempDir Path temporary) throws IOException {
		Path folder = EmbeddedDatabaseConfiguration.workingDirectory(temporary);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.getParent())))
			.isEqualTo("rwx------");
		assertThat(EmbeddedDatabaseConfiguration.workingDirectory(temporary)).isEqualTo(folder);
	}

	@Test
	void aFolderSomebodyElseLaidOutIsNotUsed(@TempDir Path temporary) throws IOException {
		Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
		Files.createSymbolicLink(temporary.resolve("demo-shop-" + System.getProperty("user.name")), elsewhere);
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> EmbeddedDatabaseConfiguration.workingDirectory(temporary));
	}

	@Test
	void noServerStartsWhereOneIsGiven() {
		this.contextRunner.withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/shop")
			.run((context) -> assertThat(context).doesNotHaveBean(EmbeddedPostgres.class)
				.doesNotHaveBean(JdbcConnectionDetails.class));
	}

}
