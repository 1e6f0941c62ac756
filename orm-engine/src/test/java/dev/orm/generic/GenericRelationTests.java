package dev.orm.generic;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.error.DoesNotExistException;
import dev.orm.expression.Annotation;
import dev.orm.generic.Wall.Comment;
import dev.orm.generic.Wall.Mark;
import dev.orm.generic.Wall.Photo;
import dev.orm.generic.Wall.Post;
import dev.orm.observe.QueryLog;
import dev.orm.persist.Deleted;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.Functions.avg;
import static dev.orm.Functions.count;
import static dev.orm.Prefetch.prefetch;
import static dev.orm.generic.CommentPath.COMMENT;
import static dev.orm.generic.PostPath.POST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GenericRelationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Wall.MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(Wall.MODELS).build();

	private final Manager<Post> posts = this.orm.manager(Post.class);

	private final Manager<Photo> photos = this.orm.manager(Photo.class);

	private final Manager<Comment> comments = this.orm.manager(Comment.class);

	private final Manager<Mark> marks = this.orm.manager(Mark.class);

	private Post post;

	private Post other;

	private Photo photo;

	@BeforeEach
	void empty() {
		database.truncate("author", "post", "photo", "comment", "mark");
		this.post = this.posts.save(Wall.post("p"));
		this.other = this.posts.save(Wall.post("o"));
		this.photo = this.photos.save(Wall.photo("f"));
		this.comments.bulkCreate(List.of(Wall.comment(this.post, "a", 5), Wall.comment(this.post, "b", 2),
				Wall.comment(this.other, "c", 4), Wall.comment(this.photo, "d", 1)));
	}

	private List<String> texts(Post owner) {
		return this.comments.filter(COMMENT.target.eq(owner)).orderBy("text").flat(COMMENT.text).list();
	}

	private List<String> titles(List<Post> rows) {
		return rows.stream().map((row) -> row.title).toList();
	}

	@Test
	void aHandleLeadsToTheRowsThatPointToItsInstance() {
		// tag::handle[]
		List<Comment> good = this.post.comments.filter(COMMENT.stars.gte(4)).list();
		long number = this.post.comments.count();
		Comment made = this.post.comments.create(COMMENT.text.is("new"), COMMENT.stars.is(3));
		// end::handle[]
		assertThat(good).extracting((comment) -> comment.text).containsExactly("a");
		assertThat(number).isEqualTo(2);
		assertThat(made.target.get()).isSameAs(this.post);
		assertThat(texts(this.post)).containsExactly("a", "b", "new");
	}

	@Test
	void aPathJoinsTheRowsOfOneTable() {
		QueryLog log = QueryLog.capture(
				() -> assertThat(titles(this.posts.filter(POST.comments().stars.gte(4)).orderBy(POST.id.asc()).list()))
					.containsExactly("p", "o"));
		assertThat(log.statements()).singleElement()
			.asString()
			.contains("INNER JOIN \"comment\" \"t1\" ON", "\"t0\".\"id\" = \"t1\".\"target_id\"",
					"\"t1\".\"target_type\" = ?");
		assertThat(titles(this.posts.exclude("comments__text", "a").list())).containsExactly("o");
		assertThat(titles(this.posts.filter(POST.comments().isNull()).list())).isEmpty();
	}

	@Test
	void aPostIsNotTakenForAPhotoOfTheSameKey() {
		assertThat(this.photo.id).isEqualTo(this.post.id);
		assertThat(titles(this.posts.filter(POST.comments().text.eq("d")).list())).isEmpty();
		assertThat(this.photo.comments.flat(COMMENT.text).list()).containsExactly("d");
	}

	@Test
	void rowsAreAggregated() {
		// tag::aggregate[]
		Annotation<Post, Long> number = count(POST.comments()).as("number");
		List<Post> byNumber = this.posts.annotate(number).orderBy(number.desc(), POST.id.asc()).list();
		// end::aggregate[]
		assertThat(byNumber).extracting((row) -> row.get(number)).containsExactly(2L, 1L);
		Post none = this.posts.save(Wall.post("n"));
		assertThat(this.posts.annotate(number).get(none.id).get(number)).isZero();
		assertThat(this.posts.filter(POST.id.eq(this.post.id)).aggregate(avg(POST.comments().stars, Double.class)))
			.isEqualTo(3.5);
		assertThat(this.posts.aggregatePerRelation().annotate(number).orderBy(POST.id.asc()).list())
			.extracting((row) -> row.get(number))
			.containsExactly(2L, 1L, 0L);
	}

	@Test
	void rowsArePrefetched() {
		QueryLog log = QueryLog.capture(() -> {
			List<Post> all = this.posts.prefetchRelated(POST.comments()).orderBy(POST.id.asc()).list();
			assertThat(all.get(0).comments.list()).hasSize(2)
				.allSatisfy((comment) -> assertThat(comment.target.get()).isSameAs(all.get(0)));
			assertThat(all.get(1).comments.count()).isEqualTo(1);
		});
		assertThat(log.count()).isEqualTo(2);
		List<Post> best = this.posts
			.prefetchRelated(prefetch(POST.comments(), this.comments.orderBy(COMMENT.stars.desc()).slice(0, 1)))
			.orderBy(POST.id.asc())
			.list();
		assertThat(best.get(0).comments.list()).extracting((comment) -> comment.text).containsExactly("a");
	}

	@Test
	void rowsOfPeersAreFetchedByOneQuery() {
		List<Post> all = this.posts.orderBy(POST.id.asc()).list();
		QueryLog log = QueryLog.capture(() -> {
			assertThat(all.get(0).comments.list()).hasSize(2);
			assertThat(all.get(1).comments.list()).hasSize(1);
		});
		assertThat(log.count()).isEqualTo(1);
		List<Post> counted = this.posts.orderBy(POST.id.asc()).list();
		QueryLog counting = QueryLog.capture(() -> {
			assertThat(counted.get(0).comments.count()).isEqualTo(2);
			assertThat(counted.get(1).comments.count()).isEqualTo(1);
		});
		assertThat(counting.count()).isEqualTo(1);
	}

	@Test
	void rowsGoWithTheInstanceTheyPointTo() {
		this.marks.save(Wall.mark(this.post, "red"));
		Deleted deleted = this.posts.delete(this.post);
		assertThat(deleted.perModel()).isEqualTo(Map.of("Post", 1L, "Comment", 2L, "Mark", 1L));
		assertThat(this.comments.orderBy("text").flat(COMMENT.text).list()).containsExactly("c", "d");
		this.posts.all().delete();
		assertThat(this.comments.flat(COMMENT.text).list()).containsExactly("d");
	}

	@Test
	void addedRowsPointToTheInstance() {
		Comment moved = this.comments.filter(COMMENT.text.eq("d")).get();
		QueryLog log = QueryLog.capture(() -> this.post.comments.add(moved));
		assertThat(log.statements()).singleElement().asString().startsWith("UPDATE \"comment\"");
		assertThat(texts(this.post)).containsExactly("a", "b", "d");
		assertThat(moved.target.get()).isSameAs(this.post);
		Comment fresh = Wall.comment(this.photo, "e", 1);
		this.post.comments.add(List.of(fresh), false, Map.of());
		assertThat(texts(this.post)).containsExactly("a", "b", "d", "e");
	}

	@Test
	void removedRowsAreDeletedAsInDjango() {
		Comment first = this.comments.filter(COMMENT.text.eq("a")).get();
		this.post.comments.remove(first);
		assertThat(this.comments.orderBy("text").flat(COMMENT.text).list()).containsExactly("b", "c", "d");
		assertThatExceptionOfType(DoesNotExistException.class)
			.isThrownBy(() -> this.post.comments.remove(this.comments.filter(COMMENT.text.eq("c")).get()));
		this.post.comments.clear();
		assertThat(this.comments.orderBy("text").flat(COMMENT.text).list()).containsExactly("c", "d");
	}

	@Test
	void setLeavesExactlyTheRowsGiven() {
		Comment kept = this.comments.filter(COMMENT.text.eq("a")).get();
		Comment moved = this.comments.filter(COMMENT.text.eq("c")).get();
		this.post.comments.set(List.of(kept, moved));
		assertThat(texts(this.post)).containsExactly("a", "c");
		assertThat(this.comments.filter(COMMENT.text.eq("b")).exists()).isFalse();
	}

	@Test
	void aRolledBackAddIsUndone() {
		Comment moved = this.comments.filter(COMMENT.text.eq("d")).get();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.orm.atomic().run(() -> {
			this.post.comments.add(moved);
			throw new IllegalStateException("no");
		}));
		assertThat(moved.target.type()).isEqualTo("photo");
		assertThat(this.photo.comments.count()).isEqualTo(1);
	}

}
