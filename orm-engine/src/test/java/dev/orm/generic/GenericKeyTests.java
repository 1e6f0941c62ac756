package dev.orm.generic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.KeysetPage;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.copy.Copy;
import dev.orm.error.OrmException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.generic.Wall.Author;
import dev.orm.generic.Wall.Comment;
import dev.orm.generic.Wall.Mark;
import dev.orm.generic.Wall.Photo;
import dev.orm.generic.Wall.Post;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.coalesce;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.generic.CommentPath.COMMENT;
import static dev.orm.generic.MarkPath.MARK;
import static dev.orm.generic.PhotoPath.PHOTO;
import static dev.orm.generic.PostPath.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GenericKeyTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Wall.MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(Wall.MODELS).build();

	private final Manager<Post> posts = this.orm.manager(Post.class);

	private final Manager<Photo> photos = this.orm.manager(Photo.class);

	private final Manager<Comment> comments = this.orm.manager(Comment.class);

	private final Manager<Mark> marks = this.orm.manager(Mark.class);

	private Post post;

	private Photo photo;

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "photo", "comment", "mark");
		this.post = this.posts.save(Wall.post("p"));
		this.photos.save(Wall.photo("first"));
		this.photo = this.photos.save(Wall.photo("f"));
	}

	private List<String> texts(List<Comment> rows) {
		return rows.stream().map((comment) -> comment.text).toList();
	}

	@Test
	void theTableAndTheKeyOfTheTargetAreStored() {
		// tag::save[]
		Comment comment = this.comments.save(Wall.comment(this.photo, "Nice", 5));
		assertThat(comment.target.type()).isEqualTo("photo");
		assertThat(comment.target.id()).isEqualTo(this.photo.id);
		assertThat(this.comments.get(comment.id).target.get()).isEqualTo(this.photo);
		// end::save[]
		assertThat(this.orm.sql("SELECT target_type, target_id FROM comment").rows().toString()).contains("photo",
				String.valueOf(this.photo.id));
	}

	@Test
	void bothColumnsHaveOneIndex() {
		assertThat(this.orm.sql("SELECT indexdef FROM pg_indexes WHERE tablename = 'comment' ORDER BY 1")
			.rows()
			.toString()).contains("(target_type, target_id)");
	}

	@Test
	void aTargetMayBeSavedInBetween() {
		Post late = Wall.post("late");
		Comment comment = Wall.comment(late, "c", 1);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> this.comments.save(comment))
			.withMessageContaining("unsaved related object 'target'");
		this.posts.save(late);
		this.comments.save(comment);
		assertThat(this.comments.get(comment.id).target.get()).isEqualTo(late);
	}

	@Test
	void targetsOfAllPeersAreFetchedByOneQueryForEachModel() {
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 1),
				Wall.comment(this.post, "c", 1)));
		List<Comment> all = this.comments.orderBy(COMMENT.id.asc()).list();
		QueryLog log = QueryLog.capture(() -> assertThat(all).extracting((comment) -> (Object) comment.target.get())
			.containsExactly(this.post, this.photo, this.post));
		assertThat(log.statements()).hasSize(2);
		assertThat(all.get(0).target.get()).isSameAs(all.get(2).target.get());
	}

	@Test
	void aDanglingKeyLeadsToNothing() {
		Comment comment = Wall.comment(this.post, "c", 1);
		comment.target = GenericKey.of(Post.class, 99L);
		this.comments.save(comment);
		assertThat(this.comments.get(comment.id).target.get()).isNull();
		database.execute("UPDATE comment SET target_type = 'gone'");
		assertThat(this.comments.get(comment.id).target.get()).isNull();
		assertThat(this.comments.get(comment.id).target.type()).isEqualTo("gone");
	}

	@Test
	void keysAreFiltered() {
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 1)));
		// tag::filter[]
		List<Comment> ofPost = this.comments.filter(COMMENT.target.eq(this.post)).list();
		List<Comment> ofPhotos = this.comments.filter(COMMENT.target.isA(Photo.class)).list();
		List<Comment> ofBoth = this.comments.filter(COMMENT.target.in(List.of(this.post, this.photo))).list();
		List<Comment> byStrings = this.comments.filter("target", this.post).filter("target__type", "post").list();
		// end::filter[]
		assertThat(texts(ofPost)).containsExactly("a");
		assertThat(texts(ofPhotos)).containsExactly("b");
		assertThat(texts(ofBoth)).containsExactlyInAnyOrder("a", "b");
		assertThat(texts(byStrings)).containsExactly("a");
		assertThat(texts(this.comments.exclude("target", this.post).list())).containsExactly("b");
		assertThat(this.comments.filter(COMMENT.target.in(List.of())).list()).isEmpty();
		assertThat(texts(this.comments.filter(COMMENT.target.eq(ofPost.get(0).target)).list())).containsExactly("a");
	}

	@Test
	void aWholeKeyIsKnownWhereverPathsAre() {
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 1)));
		GenericKey<Long> ofPost = GenericKey.of(Post.class, this.post.id);
		assertThat(texts(this.comments.filter(Q.of("target", this.post).or(Q.of("text", "b"))).list()))
			.containsExactlyInAnyOrder("a", "b");
		assertThat(texts(this.comments.filter(Map.of("target", this.photo)).list())).containsExactly("b");
		assertThat(texts(this.comments.filter(Q.of("target", this.photo).not()).list())).containsExactly("a");
		assertThat(texts(this.comments.filter("target", ofPost).list())).containsExactly("a");
		assertThat(texts(this.comments.filter("target__in", List.of(this.photo)).list())).containsExactly("b");
		assertThat(this.comments.filter("target__in", List.of(this.photo, this.post, this.photo)).count()).isEqualTo(2);
		assertThat(this.comments.exclude("target__in", List.of(this.photo, ofPost)).count()).isZero();
		assertThat(texts(this.comments.orderBy("target").list())).containsExactly("b", "a");
		assertThat(this.posts.filter("comments__target", this.post).count()).isEqualTo(1);
	}

	@Test
	void aWholeKeyMayPointNowhere() {
		this.marks.save(Wall.mark(null, "red"));
		this.marks.save(Wall.mark(this.post, "blue"));
		assertThat(this.marks.filter("target", GenericKey.empty()).get().colour).isEqualTo("red");
		assertThat(this.marks.filter("target", (Object) null).get().colour).isEqualTo("red");
		assertThat(this.marks.filter("target__isnull", true).get().colour).isEqualTo("red");
		assertThat(this.marks.filter("target__isnull", false).get().colour).isEqualTo("blue");
		assertThat(this.marks.exclude("target", this.post).get().colour).isEqualTo("red");
		assertThat(this.marks.filter("target__in", List.of(GenericKey.empty(), this.post)).get().colour)
			.isEqualTo("blue");
		assertThat(this.marks.exclude("target__in", List.of(GenericKey.empty(), this.post)).get().colour)
			.isEqualTo("red");
	}

	@Test
	void aWholeKeyIsNotComparedWithWhatHasNone() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.comments.filter(Q.of("target", Wall.post("new"))).list())
			.withMessageContaining("must be saved");
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> this.comments.filter("target", 5L).list());
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> this.comments.filter("target__contains", "x").list())
			.withMessageContaining("contains");
	}

	@Test
	void keysAreAssignedByNameAndInUpdates() {
		Comment made = this.comments.create(Map.of("text", "m", "stars", 1, "target", this.post));
		assertThat(this.comments.get(made.id).target.get()).isEqualTo(this.post);
		assertThat(this.comments.update(COMMENT.target.set(this.photo))).isEqualTo(1);
		assertThat(this.comments.get(made.id).target.get()).isEqualTo(this.photo);
		assertThat(this.comments.getOrCreate(COMMENT.target.is(this.photo), COMMENT.text.is("n"), COMMENT.stars.is(2))
			.created()).isFalse();
	}

	@Test
	void aKeyIsReadAsItWasWritten() {
		for (Model target : List.<Model>of(this.post, this.photo)) {
			Comment saved = this.comments.save(Wall.comment(target, "x", 1));
			Comment bulk = this.comments.bulkCreate(List.of(Wall.comment(target, "x", 1))).get(0);
			bulk.target = GenericKey.to(target);
			this.comments.bulkUpdate(List.of(bulk), "target__type", "target__id");
			for (Comment comment : List.of(saved, bulk)) {
				Comment read = this.comments.get(comment.id);
				assertThat(read.target.type()).isEqualTo(comment.target.type());
				assertThat(read.target.id()).isEqualTo(comment.target.id());
				read.text = "y";
				this.comments.save(read);
				assertThat(this.comments.get(comment.id).target.get()).isEqualTo(target);
			}
		}
		Mark nothing = this.marks.save(Wall.mark(null, "red"));
		assertThat(this.marks.get(nothing.id).target.type()).isNull();
		assertThat(this.marks.filter(MARK.target.isNull()).count()).isEqualTo(1);
	}

	@Test
	void aClosedSetRefusesOtherModels() {
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> this.marks.save(Wall.mark(this.photo, "red")))
			.withMessageContaining("Mark.target does not take a row of 'photo'. Choices by @Targets: [Post, Author]");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(
				() -> database.execute("INSERT INTO mark (colour, target_type, target_id) VALUES ('red', 'photo', 1)"))
			.satisfies((ex) -> assertThat(ex).hasStackTraceContaining("mark_target_type_check"));
		this.marks.save(Wall.mark(this.orm.manager(Author.class).save(Wall.author("a")), "red"));
	}

	@Test
	void validationAsksForTargetsOfAllModelsByOneStatement() {
		Comment dangling = Wall.comment(this.post, "c", 1);
		dangling.target = GenericKey.of(Photo.class, 99L);
		QueryLog log = QueryLog.capture(() -> assertThat(this.comments
			.validateAll(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 1), dangling))
			.all()).singleElement()
			.satisfies((error) -> assertThat(error.field() + " " + error.code() + " " + error.row())
				.isEqualTo("target invalid 2")));
		assertThat(log.count()).isEqualTo(1);
		assertThat(this.marks.validate(Wall.mark(this.photo, "red")).codes()).contains("constraint");
	}

	@Test
	void mixedTargetsArePrefetchedEachByAQuerysetOfItsOwn() {
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 1)));
		// tag::prefetch[]
		QueryLog log = QueryLog.capture(() -> {
			List<Comment> all = this.comments
				.prefetchRelated(prefetch(COMMENT.target, this.posts.selectRelated(POST.author()),
						this.photos.filter(PHOTO.caption.eq("f"))))
				.orderBy(COMMENT.id.asc())
				.list();
			assertThat(all).extracting((comment) -> (Object) comment.target.get())
				.containsExactly(this.post, this.photo);
		});
		assertThat(log.count()).isEqualTo(3);
		// end::prefetch[]
	}

	@Test
	void copiesHaveTheTwoColumns() {
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 2)));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		long copied = this.comments.orderBy("id")
			.values("text", "stars", "target__type", "target__id")
			.copyTo(file, Copy.csv());
		assertThat(copied).isEqualTo(2);
		assertThat(file.toString(StandardCharsets.UTF_8))
			.isEqualTo("a,1,post,%d\nb,2,photo,%d\n".formatted(this.post.id, this.photo.id));
		this.comments.all().delete();
		long loaded = this.comments.copyFrom(new ByteArrayInputStream(file.toByteArray()), COMMENT.text, COMMENT.stars,
				COMMENT.target.type, COMMENT.target.id);
		assertThat(loaded).isEqualTo(2);
		assertThat(this.comments.orderBy("id").list()).extracting((comment) -> (Object) comment.target.get())
			.containsExactly(this.post, this.photo);
	}

	@Test
	void wholeRowsAreCopiedByTheNamesOfTheirColumns() {
		this.comments.save(Wall.comment(this.photo, "b", 2));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.comments.all().copyTo(file, Copy.csv().header());
		assertThat(file.toString(StandardCharsets.UTF_8)).contains("target_type", "target_id", "photo");
	}

	@Test
	void pagesFollowAWholeKey() {
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 1), Wall.comment(this.photo, "b", 1),
				Wall.comment(this.post, "c", 1), Wall.comment(this.photo, "d", 1), Wall.comment(this.post, "e", 1)));
		for (String order : List.of("target", "-target")) {
			List<String> visited = new ArrayList<>();
			String cursor = null;
			do {
				KeysetPage<Comment> page = this.comments.orderBy(order).after(cursor, 2);
				visited.addAll(texts(page.items()));
				cursor = page.cursor();
			}
			while (cursor != null);
			assertThat(visited).isEqualTo(texts(this.comments.orderBy(order, "id").list()));
		}
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> this.comments.annotate("k", F.of("target")).orderBy("k").after(null, 2))
			.withMessageContaining("cannot order by the annotation 'k', a key of several columns")
			.withMessageContaining("order by 'target' itself");
	}

	@Test
	void aWholeKeyIsNoValueOfAnExpression() {
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> this.comments.annotate("k", coalesce(F.of("target"), F.of("text"))).list())
			.withMessageContaining("Coalesce does not take a key of several columns");
		assertThatExceptionOfType(OrmException.class)
			.isThrownBy(() -> this.comments.filter("text", F.of("target")).list())
			.withMessageContaining("does not take a key of several columns");
		assertThatExceptionOfType(OrmException.class).isThrownBy(() -> this.comments.update("text", F.of("target")))
			.withMessageContaining("Comment.text does not take a key of several columns");
		assertThat(this.comments.filter("target", F.of("target")).count()).isZero();
	}

}
