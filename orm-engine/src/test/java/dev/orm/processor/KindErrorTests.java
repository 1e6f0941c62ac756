package dev.orm.processor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an annotation says acts, or the compiler says that it is for something else. */
class KindErrorTests {

	private static final String KEY = " @Id private Long id; ";

	private static final String TAG = "@Table public class Tag extends Model {" + KEY + "String label; }";

	private static final String CASCADE = "@OnDelete(OnDeleteAction.CASCADE) ";

	private static final String TO_PRODUCT = CASCADE + "ForeignKey<Product> product; ";

	private static final String TO_TAG = CASCADE + "ForeignKey<Tag> tag; ";

	@TempDir
	private Path output;

	private void refuses(String message, String... classes) throws Exception {
		assertThat(Compilation.of(Files.createTempDirectory(this.output, "classes"), classes).messages())
			.anySatisfy((text) -> assertThat(text).contains(message));
	}

	private static String product(String attributes) {
		return "@Table public class Product extends Model {" + KEY + attributes + " }";
	}

	private static String tagging(String attributes) {
		return "@Table public class Tagging extends Model {" + KEY + attributes + "}";
	}

	static Stream<Arguments> misplaced() {
		return Stream.of(Arguments.of("@OnDelete is for a ForeignKey or a OneToOne", CASCADE + "String name;"),
				Arguments.of("@RelatedName is for a ForeignKey", "@RelatedName(\"x\") String name;"),
				Arguments.of("@Symmetrical is for a ManyToMany", "@Symmetrical String name;"),
				Arguments.of("@BackOf is for a OneToMany", "@BackOf(\"x\") String name;"),
				Arguments.of("@OnDelete is for a ForeignKey", CASCADE + "dev.orm.ManyToMany<Tag> name;"),
				Arguments.of("@ToField is for a ForeignKey", "@ToField(\"label\") dev.orm.ManyToMany<Tag> name;"),
				Arguments.of("@Reference is for a ForeignKey",
						"@Reference(index = false) dev.orm.ManyToMany<Tag> name;"),
				Arguments.of("@Column is for a ForeignKey or a OneToOne or what has a column",
						"@Column(unique = true) dev.orm.ManyToMany<Tag> name;"),
				Arguments.of("@JoinTable is for a ManyToMany",
						CASCADE + "@JoinTable(name = \"x\") ForeignKey<Tag> name;"));
	}

	@ParameterizedTest
	@MethodSource("misplaced")
	void anAnnotationOfAnotherKindOfAttributeIsRefused(String message, String attribute) throws Exception {
		refuses("ERROR at name: " + message, TAG, product(attribute));
		refuses(", and Product.name is none: remove it", TAG, product(attribute));
	}

	@Test
	void aRowHasOneVersion() throws Exception {
		refuses("ERROR at b: Product has two @Version, a and b", product("@Version int a; @Version int b;"));
	}

	@Test
	void aValueIsSetByOneAndNeverLeftToADefault() throws Exception {
		refuses("Product.by is set by @CreatedBy and by @UpdatedBy: remove one",
				product("@CreatedBy @UpdatedBy String by;"));
		refuses("Product.at is set by each insert, so that its default would never count",
				product("@AutoNow @Column(defaultValue = \"2026-01-01T00:00:00Z\") java.time.Instant at;"));
	}

	@Test
	void sizesAreThoseOfTheType() throws Exception {
		refuses("Product.a has a length, which is for texts", product("@Column(length = 5) int a;"));
		refuses("Product.a has a length, which is for texts", product("@Column(length = 5) java.time.Instant a;"));
		refuses("Product.a has a precision, which is for numbers", product("@Column(precision = 5) String a;"));
		refuses("Product.a has a size below zero", product("@Column(length = -5) String a;"));
	}

	@Test
	void aModelIsNamedAsItCanBeInPaths() throws Exception {
		for (String name : List.of("A__B", "A_")) {
			refuses("ERROR at " + name + ": Model " + name + " needs another name",
					"@Table public class " + name + " extends Model {" + KEY + "}");
		}
	}

	@Test
	void aLinkToAParentNeedsAParentWithATable() throws Exception {
		refuses("Product has no parent with a table of its own for parentLink", "abstract class Base extends Model { }",
				"@Table(parentLink = \"base\") public class Product extends Base {" + KEY + "}");
	}

	@Test
	void whatIsUniqueTogetherIsNamed() throws Exception {
		refuses("uniqueTogether of Product names no attribute",
				"@Table(uniqueTogether = @UniqueTogether({})) public class Product extends Model {" + KEY + "}");
	}

	@Test
	void aKeyHasOneWayBack() throws Exception {
		refuses("ERROR at b: Handles Tag.b and Tag.a are both the way back of Product.tag: remove one",
				"@Table public class Tag extends Model {" + KEY
						+ "dev.orm.OneToMany<Product> a; @BackOf(\"tag\") dev.orm.OneToMany<Product> b; }",
				product(TO_TAG));
	}

	@Test
	void aJoinModelLeadsToBothSides() throws Exception {
		refuses("ERROR at tags: Product.tags goes through Tagging, which has no foreign key to Tag: add one", TAG,
				tagging(TO_PRODUCT), product("@Through(Tagging.class) dev.orm.ManyToMany<Tag> tags;"));
		refuses("which has several foreign keys to Tag: say which by @Through(target = ...). Choices: tag, other", TAG,
				tagging(TO_PRODUCT + TO_TAG + "@RelatedName(\"+\") " + CASCADE + "ForeignKey<Tag> other; "),
				product("@Through(Tagging.class) dev.orm.ManyToMany<Tag> tags;"));
		refuses("which has no foreign key 'owner' to Product. Choices: product", TAG, tagging(TO_PRODUCT + TO_TAG),
				product("@Through(value = Tagging.class, source = \"owner\") dev.orm.ManyToMany<Tag> tags;"));
	}

	@Test
	void aJoinModelHasItsOwnTable() throws Exception {
		refuses("ERROR at tags: Product.tags goes @Through a model, whose table joins: remove @JoinTable", TAG,
				tagging(TO_PRODUCT + TO_TAG),
				product("@Through(Tagging.class) @JoinTable(name = \"x\") dev.orm.ManyToMany<Tag> tags;"));
	}

	@Test
	void aJoinModelMayLeadToParentsAndProxiesOfASide() throws Exception {
		assertThat(Compilation.of(Files.createTempDirectory(this.output, "classes"), TAG,
				"@Proxy class Hot extends Tag { }", "@Table class Thing extends Model {" + KEY + "}",
				tagging(CASCADE + "ForeignKey<Thing> thing; " + CASCADE + "ForeignKey<Hot> tag; "),
				"@Table public class Product extends Thing { @Through(Tagging.class) dev.orm.ManyToMany<Tag> tags; }",
				"@Table class Agent extends Model {" + KEY
						+ "@Through(Ties.class) @RelatedName(\"+\") dev.orm.ManyToMany<Agent> known; }",
				"@Table class Ties extends Model {" + KEY + "@RelatedName(\"+\") " + CASCADE
						+ "ForeignKey<Agent> one; @RelatedName(\"+\") " + CASCADE + "ForeignKey<Agent> other; }")
			.messages()).isEmpty();
	}

}
