package dev.orm.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.orm.meta.ModelRegistry;
import dev.orm.migration.apply.LockTimeout;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.files.MigrationFiles;
import dev.orm.migration.manage.Project;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.LABEL;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.WEIGHT;
import static dev.orm.migration.ShopEvolution.products;
import static dev.orm.migration.ShopEvolution.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each change beside each other one, made on two branches: after a rebase both are there,
 * or the conflict is named and no file was touched.
 */
class RebasedPairTests extends ShopFiles {

	private ExitCode run(Path branch, ModelRegistry models, String... words) {
		ExitCode code = run(Project.ofFiles(new MigrationFiles(branch), () -> models), words);
		assertThat(code).as(this.said).isIn(ExitCode.FINE, ExitCode.CONFLICT);
		return code;
	}

	private Path branch(Kind kind) throws IOException {
		Path branch = Files.createTempDirectory(this.folder, kind.name());
		GitBranches.branch(this.folder.resolve("shared"), branch);
		String name = "--name=" + branch.getFileName().toString().toLowerCase(Locale.ROOT);
		run(branch, kind.models, "makemigrations", answer(kind), name);
		return branch;
	}

	/** What the change would be asked about. */
	private static String answer(Kind kind) {
		return switch (kind) {
			case RENAMES, ADDS_AND_RENAMES -> "--rename=shop_product.name:title";
			case FILLS -> "--fill=shop_product.weight=0";
			case LABELS -> "--fill=shop_product.label=''";
			default -> "--no-input";
		};
	}

	private static String contents(Path branch) throws IOException {
		TreeMap<String, String> files = new TreeMap<>();
		try (Stream<Path> paths = Files.walk(branch)) {
			for (Path path : paths.filter(Files::isRegularFile).toList()) {
				files.put(branch.relativize(path).toString(), Files.readString(path));
			}
		}
		return files.toString();
	}

	static List<Arguments> pairs() {
		List<Arguments> pairs = new ArrayList<>();
		for (Kind theirs : Kind.values()) {
			Arrays.stream(Kind.values()).forEach((yours) -> pairs.add(Arguments.of(theirs, yours)));
		}
		return pairs;
	}

	@ParameterizedTest
	@MethodSource("pairs")
	void bothAreThereOrNothingIsTouched(Kind theirs, Kind yours) throws IOException {
		run(this.folder.resolve("shared"), products(NAME, CATEGORY), "makemigrations");
		Path upstream = branch(theirs);
		Path own = branch(yours);
		GitBranches.conflict(upstream, own);
		String before = contents(own);
		if (run(own, yours.models, "rebase") == ExitCode.CONFLICT) {
			assertThat(this.said).startsWith("conflict: yours ")
				.contains("  theirs  V0002__" + theirs.name().toLowerCase(Locale.ROOT));
			assertThat(theirs.attributes).containsAnyElementsOf(yours.attributes);
			assertThat(contents(own)).isEqualTo(before);
			return;
		}
		try (TestDatabase database = TestDatabase.create()) {
			Migrator migrator = migrator(database, own, LockTimeout.STANDARD);
			assertThat(migrator.migrate()).isEqualTo(3);
			assertThat(migrator.drift(new MigrationFiles(own).journal().head()).changes()).isEmpty();
		}
	}

	/** What a branch does, and to which attributes. */
	enum Kind {

		ADDS(Set.of("note"), products(NAME, CATEGORY, NOTE)), FILLS(Set.of("weight"), products(NAME, CATEGORY, WEIGHT)),
		RENAMES(Set.of("name"), products(TITLE, CATEGORY)), DROPS(Set.of("name"), products(CATEGORY)),
		WIDENS(Set.of("name"), products(text("name", 400), CATEGORY)),
		NARROWS(Set.of("name"), products(text("name", 20), CATEGORY)),
		INDEXES(Set.of("name"), products(indexed(Flag.INDEX), CATEGORY)),
		MAKES_UNIQUE(Set.of("name"), products(indexed(Flag.UNIQUE), CATEGORY)),
		UNRELATES(Set.of("category"), products(NAME)),
		ADDS_AND_RENAMES(Set.of("name", "note"), products(TITLE, CATEGORY, NOTE)),
		LABELS(Set.of("label"), products(NAME, CATEGORY, LABEL));

		final Set<String> attributes;

		final ModelRegistry models;

		Kind(Set<String> attributes, ModelRegistry models) {
			this.attributes = attributes;
			this.models = models;
		}

		private static FieldDescription indexed(Flag flag) {
			return FieldDescription.of("name", "name", String.class, flag).size(200, 0, 0);
		}

	}

}
