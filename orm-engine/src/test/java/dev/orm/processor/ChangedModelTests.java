package dev.orm.processor;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.model.ModelSchema;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The models of the tutorial that changes them compile, and give what it shows. */
class ChangedModelTests {

	private static final Pattern CODE = Pattern.compile("(?s)```java\\n(package shop;.*?)```");

	private static final Pattern FIRST_MIGRATION = Pattern.compile("(?s)  V0001__initial.sql   (.*?)\\n  undo:");

	@TempDir
	Path folder;

	@Test
	void theModelsOfTheTutorialGiveItsFirstMigration() throws IOException {
		String page = Files.readString(Path.of("../docs/tutorial/change-a-model.md"));
		Compilation compiled = Compilation.ofSources(this.folder, List.of(),
				CODE.matcher(page)
					.results()
					.map((block) -> block.group(1))
					.filter((code) -> code.contains("@Table"))
					.toArray(String[]::new));
		assertThat(compiled.messages()).isEmpty();
		MatchResult shown = FIRST_MIGRATION.matcher(page).results().findFirst().orElseThrow();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() },
				getClass().getClassLoader())) {
			ModelRegistry models = ModelRegistry.link(ModelIndex.load(loader)
				.stream()
				.filter((model) -> model.getPackageName().equals("shop") && model.getClassLoader() == loader)
				.toList(), TypeRegistry.standard());
			assertThat(ModelSchema.of(models).lines()).containsExactlyInAnyOrderElementsOf(
					shown.group(1).lines().map((line) -> line.strip().substring(2)).toList());
		}
	}

}
