package shop.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

import dev.orm.boot.test.OrmMigrationTest;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.StreamTerminal;
import dev.orm.migration.model.OfflineModels;
import dev.orm.migration.several.FileCommands;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The build compares the shop's models with its journal and stamps what it found; a start
 * that finds both as they were compares nothing. That the packaged jar does so is seen by
 * the smoke test of {@code .ci/run}.
 */
@OrmMigrationTest
class StampTests {

	@TempDir
	Path folder;

	@Test
	void theShopIsWhatItsBuildStamped(DataSource dataSource) throws IOException {
		copyMigrations();
		ClassLoader loader = StampTests.class.getClassLoader();
		ModelRegistry models = OfflineModels.load(loader);
		StringBuilder said = new StringBuilder();
		ExitCode checked = new FileCommands(this.folder, () -> models).run(
				List.of("check", "--stamp=" + this.folder.resolve("schema.stamp")),
				new StreamTerminal(said, null, false));
		assertThat(checked).as(said.toString()).isEqualTo(ExitCode.FINE);
		Migrator migrator = new Migrator(Flyway.configure(loader)
			.dataSource(dataSource)
			.locations("filesystem:" + this.folder.resolve("migration"))
			.load(), LockTimeout.STANDARD);
		assertThat(migrator.agreesByStamp(models)).isTrue();
		Files.writeString(this.folder.resolve("schema.journal"), "# another\n", StandardOpenOption.APPEND);
		assertThat(migrator.agreesByStamp(models)).isFalse();
	}

	private void copyMigrations() throws IOException {
		Path db = Path.of("src/main/resources/db");
		try (Stream<Path> files = Files.walk(db)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path copy = this.folder.resolve(db.relativize(file));
				Files.createDirectories(copy.getParent());
				Files.copy(file, copy);
			}
		}
	}

}
