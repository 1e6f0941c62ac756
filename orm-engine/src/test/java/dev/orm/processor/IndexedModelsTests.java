package dev.orm.processor;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

import dev.orm.check.ModelChecks;
import dev.orm.check.Problem;
import dev.orm.error.ModelDefinitionException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.ModelIndex;
import dev.orm.meta.ModelRegistry;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** An application links its models by their index, before it loads what reads them. */
class IndexedModelsTests {

	private static final String SHELF = "@Table public class Shelf extends Model { @Id private Long id; "
			+ "@Column(comment = \"größer\\tals\\nzwei \\\\ drei\") private String name; "
			+ "public Long id() { return this.id; } public String name() { return this.name; } }";

	private static final String BOOK = "@Table public class Book extends Model { @Id private Long id; "
			+ "@OnDelete(OnDeleteAction.CASCADE) private ForeignKey<Shelf> shelf; private byte[] cover; private int[] pages; "
			+ "public Long id() { return this.id; } public ForeignKey<Shelf> shelf() { return this.shelf; } "
			+ "public byte[] cover() { return this.cover; } public int[] pages() { return this.pages; } }";

	private static final String CHOSEN = "@Table public class Chosen extends Model { @Id private Long id; "
			+ "@Choices(Sizes.class) private String size; "
			+ "public Long id() { return this.id; } public String size() { return this.size; } "
			+ "public static class Sizes implements dev.orm.choice.ChoiceSource { "
			+ "public List<dev.orm.choice.ChoiceOption> options() { return List.of(new dev.orm.choice.ChoiceOption(\"s\", \"small\")); } } }";

	private static final String PLAIN = "@Table public class Plain extends Model { @Id Long id; int rank = 3; "
			+ "String name = \"none\"; java.math.BigDecimal price = java.math.BigDecimal.ZERO; Size size = Size.SMALL; "
			+ "byte[] cover = {}; dev.orm.ManyToMany<Shelf> shelves; Plain() { } Plain(dev.orm.ManyToMany<Shelf> none) { this.shelves = none; } "
			+ "enum Size { SMALL } }";

	private static final String DECLARED = "@Table public class Declared extends Model { @Id Long id; "
			+ "static void meta(dev.orm.declare.Meta<Declared> meta) { meta.index(\"colour\"); } }";

	private static final String DECLARING = "@Table public class Slip extends Model { @Id Long id; "
			+ "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Shelf> shelf; @Position(within = \"shelf\") int place; "
			+ "@Targets(Shelf.class) GenericKey<Long> about; }";

	@TempDir
	Path folder;

	private Folder compile(String... classes) throws IOException {
		assertThat(Compilation.of(this.folder, classes).messages()).isEmpty();
		return new Folder(this.folder);
	}

	private static ModelRegistry link(ClassLoader loader) {
		return ModelRegistry.indexed(loader, TypeRegistry.standard());
	}

	@Test
	void nothingThatWasGeneratedIsLoadedToLinkThem() throws IOException {
		try (Folder loader = compile(SHELF, BOOK)) {
			ModelRegistry models = link(loader);
			assertThat(models.models()).extracting(EntityModel::name).containsExactly("Book", "Shelf");
			assertThat(loader.loaded).containsExactlyInAnyOrder("shop.Book", "shop.Shelf");
			assertThat(models.model("Book").orElseThrow().binding()).isNotNull();
			assertThat(loader.loaded).contains("shop.Book$$Binding").doesNotContain("shop.Shelf$$Binding");
		}
	}

	@Test
	void checksLoadOnlyWhatMayHaveSomethingToTell() throws IOException {
		try (Folder loader = compile(SHELF, PLAIN)) {
			assertThat(ModelChecks.standard().run(link(loader))).isEmpty();
			assertThat(loader.loaded).containsExactlyInAnyOrder("shop.Shelf", "shop.Plain", "shop.Plain$Size");
		}
	}

	@Test
	void whatMetaMethodsSayIsChecked() throws IOException {
		try (Folder loader = compile(SHELF, DECLARED)) {
			assertThat(ModelChecks.standard().run(link(loader))).extracting(Problem::id).containsExactly("meta");
			assertThat(loader.loaded).contains("shop.Declared$$Binding").doesNotContain("shop.Shelf$$Binding");
		}
	}

	@Test
	void whatFieldsDeclareOfTheirTableIsKnown() throws IOException {
		try (Folder loader = compile(SHELF, DECLARING)) {
			EntityModel slip = link(loader).model("Slip").orElseThrow();
			assertThat(slip.declarations().names()).containsExactly("slip_about_type_about_id_idx",
					"slip_about_type_check", "slip_shelf_id_place_key");
			assertThat(slip.description().generics().keys()).singleElement()
				.satisfies((key) -> assertThat(key.models()).extracting(Class::getSimpleName).containsExactly("Shelf"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "private dev.orm.ManyToMany<Shelf> shelves = null;",
			"private dev.orm.ManyToMany<Shelf> shelves; { this.shelves = null; }",
			"private dev.orm.ManyToMany<Shelf> shelves; Odd() { this.shelves = null; }" })
	void aHandleThatIsTakenAwayIsFound(String source) throws IOException {
		try (Folder loader = compile(SHELF, odd(source))) {
			assertThat(ModelChecks.standard().run(link(loader))).extracting(Problem::id)
				.containsExactly("relation-handle-reset");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "private static final byte[] ALL = { 1 }; private byte[] cover = ALL;",
			"private static final byte[] ALL = { 1 }; private byte[] cover; Odd() { this(ALL); } "
					+ "Odd(byte[] cover) { this.cover = cover; }" })
	void anObjectThatAllInstancesShareIsFound(String source) throws IOException {
		try (Folder loader = compile(SHELF, odd(source))) {
			assertThat(ModelChecks.standard().run(link(loader))).extracting(Problem::id)
				.containsExactly("field-default-shared");
		}
	}

	private static String odd(String source) {
		return "@Table public class Odd extends Model { @Id Long id; " + source + " }";
	}

	@Test
	void textsOfAnyKindComeThrough() throws IOException {
		try (Folder loader = compile(SHELF)) {
			EntityModel shelf = link(loader).model("Shelf").orElseThrow();
			assertThat(shelf.field("name").orElseThrow().description().details().comment())
				.isEqualTo("größer\tals\nzwei \\ drei");
		}
	}

	@Test
	void aModelWhoseChoicesOnlyCodeCanTellIsAskedForThem() throws IOException {
		try (Folder loader = compile(CHOSEN)) {
			EntityModel chosen = link(loader).model("Chosen").orElseThrow();
			assertThat(chosen.field("size").orElseThrow().choices()).extracting("value").containsExactly("s");
		}
	}

	@Test
	void modelsThatAreNotCompiledAgainStayInTheIndex() throws IOException {
		compile(SHELF).close();
		try (Folder loader = compile(BOOK)) {
			assertThat(link(loader).models()).extracting(EntityModel::name).containsExactly("Book", "Shelf");
		}
	}

	@Test
	void anIndexOfAClassThatIsGoneIsRefused() throws IOException {
		compile(SHELF, BOOK).close();
		assertThat(this.folder.resolve("shop/Shelf.class").toFile().delete()).isTrue();
		try (Folder loader = new Folder(this.folder)) {
			assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> link(loader))
				.withMessageContaining("shop.Shelf")
				.withMessageContaining("the index is stale");
		}
	}

	/** Sees the models of one folder only, and remembers what it loads. */
	private static final class Folder extends URLClassLoader {

		final List<String> loaded = new ArrayList<>();

		Folder(Path folder) throws IOException {
			super(new URL[] { folder.toUri().toURL() }, IndexedModelsTests.class.getClassLoader());
		}

		@Override
		public Enumeration<URL> getResources(String name) throws IOException {
			return name.equals(ModelIndex.LOCATION) ? findResources(name) : super.getResources(name);
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			Class<?> found = super.findClass(name);
			this.loaded.add(name);
			return found;
		}

	}

}
