package dev.orm.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the copy of a script in the build's output. */
class SourceScriptsTests {

	@TempDir
	Path folder;

	private Path put(String name) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, "SELECT 1;");
	}

	@Test
	void theCopyOfAScriptThatIsGoneGoes() throws IOException {
		Path gone = put("resources/db/migration/V2__gone.sql");
		Path configuration = put("resources/db/migration/V2__gone.sql.conf");
		put("resources/db/migration/V1__kept.sql");
		Path copy = put("classes/db/migration/V2__gone.sql");
		Path copiedConfiguration = put("classes/db/migration/V2__gone.sql.conf");
		Path kept = put("classes/db/migration/V1__kept.sql");
		Path made = put("classes/db/migration/V3__made_by_another_plugin.sql");
		SourceScripts scripts = SourceScripts.in(this.folder.resolve("resources"), this.folder.resolve("classes"));
		scripts.deleteLeftovers();
		assertThat(copy).exists();
		Files.delete(gone);
		Files.delete(configuration);
		scripts.deleteLeftovers();
		assertThat(copy).doesNotExist();
		assertThat(copiedConfiguration).doesNotExist();
		assertThat(kept).exists();
		assertThat(made).exists();
	}

	@Test
	void aProjectMayHaveNoResources() throws IOException {
		assertThat(SourceScripts.in(this.folder.resolve("none"), this.folder).scripts()).isEmpty();
	}

}
