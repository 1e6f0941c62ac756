package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is generated for many-to-many attributes, which have no column. */
class ManyToManyTests {

	private static final String TAG = "@Table(name = \"shop_tag\") public class Tag extends Model { @Id private Long id; }";

	@TempDir
	private Path output;

	private Compilation compile(String... classes) {
		String[] sources = Stream.of(classes)
			.map((text) -> "package shop; import dev.orm.ManyToMany; import dev.orm.annotation.*; "
					+ "import dev.orm.model.*; " + text)
			.toArray(String[]::new);
		return Compilation.ofSources(this.output, List.of("-Xlint:all,-processing", "-Werror"), sources);
	}

	private static String product(String attributes) {
		return "@Table(name = \"shop_product\") public class Product extends Model { @Id private Long id; " + attributes
				+ " }";
	}

	@Test
	void theJoinTableIsNamedByDjangosRules() {
		Compilation compilation = compile(TAG, product("private ManyToMany<Tag> hotTags;"));
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/Product$$Binding.java")).contains(
				"new dev.orm.model.ManyToManyDescription(\"hotTags\", shop.Product.class, shop.Tag.class, null, new dev.orm.model.TableName(\"\", \"shop_product_hot_tags\"), "
						+ "\"product_id\", \"tag_id\", false, null, null)");
	}

	@Test
	void bothSidesOfARelationToItselfAreToldApart() {
		Compilation compilation = compile(product("@Symmetrical ManyToMany<Product> similar;"));
		assertThat(compilation.generated("shop/Product$$Binding.java"))
			.contains("\"shop_product_similar\"), \"from_product_id\", \"to_product_id\", true, null, null)");
		assertThat(compilation.generated("shop/ProductPath.java")).doesNotContain("product()");
	}

	@Test
	void theJoinTableMayBeGiven() {
		Compilation compilation = compile(TAG,
				product("@JoinTable(name = \"links\", source = \"p\", target = \"t\") ManyToMany<Tag> tags;"));
		assertThat(compilation.generated("shop/Product$$Binding.java"))
			.contains("null, new dev.orm.model.TableName(\"\", \"links\"), \"p\", \"t\", false");
	}

	@Test
	void aJoinModelTakesThePlaceOfTheTable() {
		Compilation compilation = compile(TAG,
				"@Table public class Tagging extends Model { @Id Long id; "
						+ "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Product> product; "
						+ "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Tag> tag; }",
				product("@Through(value = Tagging.class, source = \"product\") @RelatedName(\"products\") ManyToMany<Tag> tags;"));
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/Product$$Binding.java")).contains(
				"shop.Tag.class, shop.Tagging.class, new dev.orm.model.TableName(\"\", \"\"), \"product\", \"\", false, \"products\", null)");
	}

	@Test
	void aJoinModelThatIsNoModelIsRefused() {
		assertThat(
				compile(TAG, "class Tagging { }", product("@Through(Tagging.class) ManyToMany<Tag> tags;")).messages())
			.anySatisfy((message) -> assertThat(message)
				.startsWith("ERROR at tags: @Through class Tagging of Product.tags is not a model"));
	}

	@Test
	void pathsLeadThereAndBack() {
		Compilation compilation = compile(TAG, product("@RelatedName(\"products\") private ManyToMany<Tag> tags;"));
		assertThat(compilation.generated("shop/ProductPath.java")).contains("public shop.TagPath<R> tags()")
			.doesNotContain("Column<R> tags");
		assertThat(compilation.generated("shop/TagPath.java")).contains("public shop.ProductPath<R> products()");
	}

	@Test
	void handlesArePutInFieldsOfAnyVisibility() {
		Compilation compilation = compile(TAG,
				product("private ManyToMany<Tag> tags; @RelatedName(\"+\") ManyToMany<Tag> other;"));
		assertThat(compilation.generated("shop/Product$$Binding.java"))
			.contains("tagsHandle.set(instance, dev.orm.ManyToMany.<shop.Tag>of(instance, \"tags\"));")
			.contains("instance.other = dev.orm.ManyToMany.<shop.Tag>of(instance, \"other\");");
	}

	@Test
	void aChildWithATableInheritsTheRelationOfItsParent() {
		Compilation compilation = compile(TAG, product("@RelatedName(\"products\") ManyToMany<Tag> tags;"),
				"@Table public class Chair extends Product { }");
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/Chair$$Binding.java")).contains(
				"new dev.orm.model.ManyToManyDescription(\"tags\", shop.Product.class, shop.Tag.class, null, new dev.orm.model.TableName(\"\", \"shop_product_tags\")");
		assertThat(compilation.generated("shop/ChairPath.java")).contains("public shop.TagPath<R> tags()");
		assertThat(compilation.generated("shop/TagPath.java")).doesNotContain("ChairPath");
	}

}
