package dev.orm.processor;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The compiler accepts the values a column has, and those that are converted to it. */
class TypedValueTests {

	private static final String MODEL = "package shop; import dev.orm.annotation.*; import dev.orm.model.*; "
			+ "import dev.orm.type.Range; import java.math.BigDecimal; import java.time.*; import java.util.*; @Table public class ";

	private static final String USE = """
			package shop;
			import static shop.PostPath.POST;
			import static dev.orm.Functions.*;
			import dev.orm.expression.*;
			import java.math.BigDecimal;
			import java.time.*;
			import java.util.*;
			class Use {
				Object use(Author author, Comment comment, dev.orm.Manager<Author> authors, Status status, UUID uuid) {
					return %s;
				}
			}
			""";

	@TempDir
	static Path output;

	@BeforeAll
	static void compileModels() {
		Compilation models = Compilation.ofSources(output, List.of(), "package shop; enum Status { DRAFT, LIVE }",
				MODEL + "Author extends Model { @Id Long id; }", MODEL + "Comment extends Model { @Id Long id; }",
				MODEL + "Post extends Model { @Id Long id; String title; String slug; int views; BigDecimal price; Status status; "
						+ "UUID token; boolean live; Instant created; LocalDate day; LocalTime hour; Duration length; "
						+ "List<String> words; Range<Integer> span; "
						+ "@OnDelete(OnDeleteAction.CASCADE) ForeignKey<Author> author; "
						+ "@RelatedName(\"liked\") dev.orm.ManyToMany<Author> fans; dev.orm.ManyToMany<Author> fans() { return this.fans; } }");
		assertThat(models.messages()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST.title.eq(5)", "POST.title.ne(5L)", "POST.title.gt(5)", "POST.title.contains(5)",
			"POST.title.in(1, 2)", "POST.title.in(List.of(1))", "POST.title.range(1, 2)", "POST.title.set(5)",
			"POST.title.is(5)", "POST.status.eq(\"DRAFT\")", "POST.status.in(\"DRAFT\")", "POST.status.set(\"DRAFT\")",
			"POST.author.eq(comment)", "POST.author.ne(comment)", "POST.author.in(comment)",
			"POST.author.in(List.of(comment))", "POST.author.set(comment)", "POST.author.is(comment)",
			"POST.author.eq(\"5\")", "POST.author.eq(dev.orm.model.ForeignKey.to(comment))",
			"POST.author().eq(comment)", "POST.views.eq(\"5\")", "POST.views.lt(\"5\")", "POST.views.set(true)",
			"POST.price.in(\"1\")", "POST.live.eq(1)", "POST.created.gt(5)", "POST.created.eq(\"2024-01-01\")",
			"POST.day.set(5)", "POST.day.year().eq(\"x\").and(POST.day.eq(true))", "POST.length.eq(5)",
			"POST.token.eq(\"x\")", "POST.words.eq(\"x\")", "POST.words.contains(\"x\")", "POST.span.contains(\"x\")",
			"POST.title.lower().eq(5)", "POST.title.isNull().eq(5)" })
	void anotherClassDoesNotCompile(String use) {
		assertThat(compile(use).messages()).anySatisfy((message) -> assertThat(message).startsWith("ERROR"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST.title.eq(\"x\")", "POST.title.in(\"x\", \"y\")", "POST.title.set(\"x\")",
			"POST.title.set(POST.slug.lower())", "POST.title.setNull()", "POST.title.eq(POST.slug)",
			"POST.title.eq(F.of(\"slug\"))", "POST.title.contains(POST.slug)", "POST.status.eq(status)",
			"POST.status.in(Status.DRAFT, Status.LIVE)", "POST.status.in(EnumSet.of(Status.DRAFT))",
			"POST.author.eq(author)", "POST.author.eq(5L)", "POST.author.eq(dev.orm.model.ForeignKey.to(author))",
			"POST.author.in(author, author)", "POST.author.in(List.of(author))", "POST.author.in(Set.of(author))",
			"POST.author.in(1L, 2L)", "POST.author.in(List.of(1L))", "POST.author.in(authors.all())",
			"POST.author.set(author)", "POST.author.set(5L)", "POST.author.is(author)",
			"POST.author.eq(outer(AuthorPath.AUTHOR.id))", "POST.author().eq(author)", "POST.views.eq(5L)",
			"POST.views.gt(1.5)", "POST.price.lte(5)", "POST.price.eq(BigDecimal.TEN)",
			"POST.views.set(POST.views.plus(1))", "POST.views.set(F.of(\"views\").plus(1))",
			"POST.views.in(1, 2L, 3.0)", "POST.live.eq(true)", "POST.created.gt(LocalDate.EPOCH)",
			"POST.created.lt(Instant.now())", "POST.created.range(LocalDate.EPOCH, OffsetDateTime.now())",
			"POST.day.eq(LocalDate.EPOCH)", "POST.hour.lt(LocalTime.NOON)", "POST.day.year().eq(2024)",
			"POST.day.plus(Duration.ofDays(1)).lt(LocalDate.EPOCH)", "POST.length.lt(Duration.ofHours(1))",
			"POST.length.times(2).lt(Duration.ofHours(1))", "POST.token.eq(uuid)",
			"POST.words.contains(List.of(\"x\"))", "POST.span.contains(5)", "POST.title.as(\"t\").eq(\"x\")",
			"Aggregates.count(POST).as(\"n\").gt(5)", "Q.of(\"title\", 5)", "POST.title.lookup(\"exact\", 5)" })
	void itsOwnClassAndWhatIsConvertedCompiles(String use) {
		assertThat(compile(use).messages()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lower(POST.title)", "count(POST.author)", "over(rank())", "truncMonth(POST.created)",
			"abs(POST.views)", "coalesce(POST.title, \"x\")", "exists(authors.all())", "stringAgg(POST.title, \",\")",
			"searchVector(POST.title)", "corr(POST.views, POST.price)", "caseWhen(POST.live.isTrue(), 1)" })
	void oneImportBringsAllFunctions(String use) {
		assertThat(compile(use).messages()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "post.fans().add(comment)", "post.fans().add(author, comment)", "post.fans().add(5L)",
			"post.fans().set(List.of(comment))", "post.fans().remove(comment)", "post.fans().add(List.of(author))" })
	void aRelatedManagerTakesOnlyItsModel(String use) {
		assertThat(compileStatement(use).messages()).anySatisfy((message) -> assertThat(message).startsWith("ERROR"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "post.fans().add(author)", "post.fans().add(author, author)", "post.fans().addKeys(5L)",
			"post.fans().set(List.of(author))", "post.fans().set(authors.list())", "post.fans().remove(author)" })
	void aRelatedManagerTakesItsModelAndKeysByName(String use) {
		assertThat(compileStatement(use).messages()).isEmpty();
	}

	private static Compilation compileStatement(String use) {
		return Compilation.ofSources(output, List.of("-proc:none", "-Xlint:all", "-Werror"), List.of(),
				USE.replace("UUID uuid)", "UUID uuid, Post post)").formatted("(Runnable) () -> " + use));
	}

	@Test
	void namesStayDynamic() {
		assertThat(compile("F.of(\"title\").eq(5)").messages()).isEmpty();
	}

	private static Compilation compile(String use) {
		return Compilation.ofSources(output, List.of("-proc:none", "-Xlint:all", "-Werror"), List.of(),
				USE.formatted(use));
	}

}
