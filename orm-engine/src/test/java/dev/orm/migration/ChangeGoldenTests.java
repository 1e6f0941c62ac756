package dev.orm.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.declare.ExclusionOperator;
import dev.orm.declare.IndexMethod;
import dev.orm.declare.Meta;
import dev.orm.expression.Q;
import dev.orm.journal.JournalEntry;
import dev.orm.journal.Version;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.command.ExitCode;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.RelationDescription;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.migration.ShopEvolution.CATEGORY;
import static dev.orm.migration.ShopEvolution.NAME;
import static dev.orm.migration.ShopEvolution.NOTE;
import static dev.orm.migration.ShopEvolution.TITLE;
import static dev.orm.migration.ShopEvolution.products;
import static dev.orm.migration.ShopEvolution.text;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The files that each kind of change becomes, for tables that stand still and for tables
 * in use. They ran, contracts and undos as well.
 */
class ChangeGoldenTests extends ShopCommands {

	private static final Path GOLDEN = Path.of("src/test/resources/golden/migration");

	private static final FieldDescription STOCK = FieldDescription.of("stock", "stock", Integer.class);

	/**
	 * A change of the models.
	 *
	 * @param name what it is, for the file's name
	 * @param before the models of the first migration
	 * @param after those of the second
	 * @param options the answers to what is asked
	 */
	record Kind(String name, ModelRegistry before, ModelRegistry after, List<String> options) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	static Stream<Arguments> kinds() {
		return changes().flatMap((kind) -> Stream.of(Arguments.of(kind, "direct"), Arguments.of(kind, "online")));
	}

	private static Stream<Kind> changes() {
		return Stream.of(ofColumns(), ofTheRest(), ofPartitions()).flatMap((kinds) -> kinds);
	}

	private static Stream<Kind> ofColumns() {
		return Stream.of(kind("nullable-column", products(NAME), products(NAME, NOTE)),
				kind("required-column-constant", products(NAME), products(NAME, STOCK), "--fill=shop_product.stock=7"),
				kind("required-column-computed", products(NAME), products(NAME, TITLE),
						"--fill=shop_product.title=upper(name)"),
				kind("becomes-required", products(NAME, NOTE),
						products(NAME, FieldDescription.of("note", "note", String.class)),
						"--fill=shop_product.note='none'"),
				kind("wider-type", products(NAME), products(text("name", 400))),
				kind("other-type", products(NAME, STOCK),
						products(NAME, FieldDescription.of("stock", "stock", Long.class))),
				kind("renamed-column", products(NAME), products(TITLE), "--rename=shop_product.name:title"),
				kind("dropped-column", products(NAME, NOTE), products(NAME)));
	}

	private static Stream<Kind> ofTheRest() {
		return Stream.of(
				kind("renamed-table", products(NAME), ShopEvolution.renamed("shop_article", NAME),
						"--rename=shop_product:shop_article"),
				kind("dropped-table", products(NAME), ShopEvolution.categories()),
				kind("index", products(NAME), products(flagged("name", Flag.INDEX))),
				kind("unique-index", products(NAME), declared((meta) -> meta.unique("name").where(Q.of("id__gt", 3L)))),
				kind("unique", products(NAME), products(flagged("name", Flag.UNIQUE))),
				kind("check", products(NAME, STOCK),
						products(NAME, FieldDescription.of("stock", "stock", Integer.class, Flag.POSITIVE))),
				kind("foreign-key", products(NAME, free()), products(NAME, CATEGORY)),
				kind("exclusion", products(NAME),
						declared((meta) -> meta.exclude("one_name")
							.using(IndexMethod.BTREE)
							.with("name", ExclusionOperator.EQUAL))));
	}

	private static Stream<Kind> ofPartitions() {
		ModelRegistry plain = partitioned((meta) -> {
		});
		ModelRegistry made = partitioned((meta) -> meta.raw("shop_product_new",
				"CREATE TABLE shop_product_new PARTITION OF shop_product FOR VALUES FROM (0) TO (1000000)",
				"DROP TABLE shop_product_new"));
		ModelRegistry attached = partitioned((meta) -> {
			meta.raw("shop_product_old",
					"CREATE TABLE shop_product_old (LIKE shop_product INCLUDING CONSTRAINTS, CHECK (id < 0))",
					"DROP TABLE shop_product_old");
			meta.raw("shop_product_old_attached",
					"ALTER TABLE shop_product ATTACH PARTITION shop_product_old FOR VALUES FROM (MINVALUE) TO (0)",
					"ALTER TABLE shop_product DETACH PARTITION shop_product_old");
		});
		return Stream.of(kind("partitioned-table", ShopEvolution.categories(), plain),
				kind("made-partition", plain, made), kind("attached-partition", plain, attached),
				kind("detached-partition", attached, plain));
	}

	private static ModelRegistry partitioned(Consumer<Meta<Model>> meta) {
		return declared((said) -> {
			said.partitionByRange("id");
			meta.accept(said);
		});
	}

	private static FieldDescription flagged(String name, Flag flag) {
		return FieldDescription.of(name, name, String.class, flag).size(200, 0, 0);
	}

	/** A relation without a foreign key. */
	private static FieldDescription free() {
		return FieldDescription.of("category", "category_id", ForeignKey.class, Flag.UNCONSTRAINED)
			.relation(
					new RelationDescription(ShopEvolution.Category.class, "", OnDeleteAction.CASCADE, "", null, null));
	}

	private static ModelRegistry declared(Consumer<Meta<Model>> meta) {
		return ShopEvolution.declared(meta, NAME);
	}

	private static Kind kind(String name, ModelRegistry before, ModelRegistry after, String... options) {
		return new Kind(name, before, after, List.of(options));
	}

	@ParameterizedTest(name = "{0}-{1}")
	@MethodSource("kinds")
	void isWrittenRunsAndIsTakenBack(Kind kind, String way) throws SQLException {
		this.models = kind.before();
		make();
		migrator().migrate();
		this.models = kind.after();
		make(Stream.concat(kind.options().stream(), Stream.of("--" + way)).toArray(String[]::new));
		compare(kind.name() + "-" + way);
		migrator().migrate();
		nothingDrifts();
		release();
		assertThat(files("check")).as(this.said).isEqualTo(ExitCode.FINE);
		migrator().rollBack(new Version("1"));
		nothingDrifts();
	}

	private void release() throws SQLException {
		for (JournalEntry waiting : sources().journal().waiting()) {
			assertThat(files("contract", waiting.name())).as(this.said).isEqualTo(ExitCode.FINE);
			migrator().migrate();
			nothingDrifts();
		}
	}

	/** What was written, in the order in which it runs, with what waits at the end. */
	private void compare(String name) {
		Path file = GOLDEN.resolve(name + ".sql");
		String written = Stream.of("migration", "undo", "pending")
			.flatMap(this::written)
			.collect(Collectors.joining("\n"));
		try {
			if (Boolean.getBoolean("golden.update")) {
				Files.createDirectories(GOLDEN);
				Files.writeString(file, written);
			}
			assertThat(file).as("record it with -Dgolden.update=true").exists();
			assertThat(written).as("%s; record it anew with -Dgolden.update=true", file)
				.isEqualTo(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Stream<String> written(String part) {
		Path home = this.folder.resolve(part);
		if (!Files.exists(home)) {
			return Stream.of();
		}
		try (Stream<Path> files = Files.walk(home)) {
			return files.filter(Files::isRegularFile)
				.filter((file) -> !file.getFileName().toString().contains("0001__"))
				.sorted()
				.map((file) -> "-- " + this.folder.relativize(file) + "\n" + content(file))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
