package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is generated for, and said of, handles that name the way back. */
class ReverseHandleSourceTests {

	private static final String REVIEW = review("@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Product> product;");

	private static final String TWO_KEYS = review("@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Product> product; "
			+ "@OnDelete(OnDeleteAction.CASCADE) @RelatedName(\"+\") ForeignKey<Product> rival;");

	@TempDir
	private Path output;

	private Compilation compile(String... classes) {
		String[] sources = Stream.of(classes)
			.map((text) -> "package shop; import dev.orm.*; import dev.orm.annotation.*; import dev.orm.model.*; "
					+ text)
			.toArray(String[]::new);
		return Compilation.ofSources(this.output, List.of("-Xlint:all,-processing", "-Werror"), sources);
	}

	private String messages(String... classes) {
		return String.join("\n", compile(classes).messages());
	}

	private static String product(String attributes) {
		return "@Table public class Product extends Model { @Id Long id; " + attributes + " }";
	}

	private static String review(String attributes) {
		return "@Table public class Review extends Model { @Id Long id; " + attributes + " }";
	}

	@Test
	void aHandleNamesTheWayBack() {
		Compilation compilation = compile(product("private OneToMany<Review> opinions;"), REVIEW);
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/ProductPath.java")).contains("public shop.ReviewPath<R> opinions()");
		assertThat(compilation.generated("shop/Review$$Binding.java")).contains("\"opinions\"");
		assertThat(compilation.generated("shop/Product$$Binding.java"))
			.contains("OneToMany.<shop.Review>of(instance, \"opinions\")");
	}

	@Test
	void aHandleOfAOneToOneNamesTheWayBack() {
		Compilation compilation = compile(product("ReverseOneToOne<Review> verdict;"),
				review("@OnDelete(OnDeleteAction.CASCADE) OneToOne<Product> product;"));
		assertThat(compilation.messages()).isEmpty();
		assertThat(compilation.generated("shop/ProductPath.java")).contains("public shop.ReviewPath<R> verdict()");
	}

	@Test
	void aHandleWithoutKeyIsReported() {
		assertThat(messages(product("OneToMany<Review> reviews;"), review("String text;")))
			.contains("Handle Product.reviews is the way back of nothing: Review has no ForeignKey<Product>");
		assertThat(messages(product("ReverseOneToOne<Review> review;"), REVIEW))
			.contains("Review has no OneToOne<Product>");
	}

	@Test
	void aHandleOfSeveralKeysNeedsBackOf() {
		assertThat(messages(product("OneToMany<Review> reviews;"), TWO_KEYS))
			.contains("say which by @BackOf. Choices: product, rival");
		assertThat(messages(product("@BackOf(\"nosuch\") OneToMany<Review> reviews;"), TWO_KEYS))
			.contains("@BackOf of Product.reviews names 'nosuch'", "Choices: product, rival");
	}

	@Test
	void backOfSaysWhichKeyAHandleIsTheWayBackOf() {
		assertThat(messages(product("@BackOf(\"product\") OneToMany<Review> reviews;"), TWO_KEYS)).isEmpty();
	}

	@Test
	void aHandleAndARelatedNameMustAgree() {
		assertThat(messages(product("OneToMany<Review> reviews;"),
				review("@RelatedName(\"opinions\") @OnDelete(OnDeleteAction.CASCADE) ForeignKey<Product> product;")))
			.contains("@RelatedName 'opinions' of Review.product contradicts the handle Product.reviews");
	}

	@Test
	void aHandleInAnAbstractClassIsReported() {
		assertThat(messages("abstract class Base extends Model { OneToMany<Review> reviews; }",
				"@Table public class Product extends Base { @Id Long id; }", REVIEW))
			.contains("Handle reviews of abstract class Base");
	}

	@Test
	void aHandleSaysWhichModelPointsBack() {
		assertThat(messages(product("OneToMany<Model> reviews;"), REVIEW))
			.contains("does not say which model points back");
	}

}
