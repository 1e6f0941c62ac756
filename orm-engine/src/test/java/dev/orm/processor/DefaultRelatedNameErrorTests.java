package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Names of ways back that are given once for a model, or for a group of them. */
class DefaultRelatedNameErrorTests {

	private static final String KEY = " @Id private Long id; ";

	private static final String CATEGORY = "@Table public class Category extends Model {" + KEY + "}";

	private static final String CASCADE = "@OnDelete(OnDeleteAction.CASCADE) ";

	@TempDir
	private Path output;

	private List<String> told(String... classes) {
		return Compilation.of(this.output, classes).messages();
	}

	@Test
	void aNameThatIsNoneIsRefusedAtTheRelation() {
		assertThat(told(CATEGORY,
				"@Table(defaultRelatedName = \"%(clas)s_set\") class Product extends Model {" + KEY + CASCADE
						+ "ForeignKey<Category> category; }"))
			.anySatisfy((text) -> assertThat(text).contains(
					"ERROR at category: defaultRelatedName '%(clas)s_set' of Product.category must be a Java name"));
	}

	@Test
	void twoWaysBackToOneModelNeedTheirOwn() {
		assertThat(told(CATEGORY,
				"@Table(defaultRelatedName = \"products\") class Product extends Model {" + KEY + CASCADE
						+ "ForeignKey<Category> first; " + CASCADE + "ForeignKey<Category> second; }"))
			.anySatisfy((text) -> assertThat(text).contains("ERROR at first: Product.first and Product.second both lead"
					+ " back from Category by the name 'products'"));
	}

	@Test
	void whatLeadsBackTwiceIsToldApartByThePlaceholder() {
		String group = "@dev.orm.annotation.ModelGroup(name = \"shop\", defaultRelatedName = \"%s\") package shop;";
		String product = "@Table class Product extends Model {" + KEY + CASCADE + "ForeignKey<Category> category; }";
		String offer = "@Table class Offer extends Model {" + KEY + CASCADE + "ForeignKey<Category> category; }";
		assertThat(Compilation
			.ofSources(this.output.resolve("a"), List.of(), sources(group.formatted("all"), product, offer))
			.messages())
			.anySatisfy((text) -> assertThat(text).contains("both lead back from Category by the name 'all'"));
		assertThat(Compilation
			.ofSources(this.output.resolve("b"), List.of(),
					sources(group.formatted("%(class)sOf%(app_label)s"), product, offer))
			.messages()).isEmpty();
	}

	private String[] sources(String group, String... classes) {
		this.output.resolve("a").toFile().mkdirs();
		this.output.resolve("b").toFile().mkdirs();
		String start = "package shop; import dev.orm.annotation.*; import dev.orm.model.*; ";
		return new String[] { group, start + CATEGORY, start + classes[0], start + classes[1] };
	}

	@Test
	void aHandleStillNamesTheWayBack() {
		assertThat(told("@Table public class Category extends Model {" + KEY + "dev.orm.OneToMany<Product> goods; }",
				"@Table(defaultRelatedName = \"products\") class Product extends Model {" + KEY + CASCADE
						+ "ForeignKey<Category> category; }"))
			.isEmpty();
	}

}
