package dev.orm.generic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import dev.orm.AbstractQuerySet;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.column.ModelTables;
import dev.orm.generic.Wall.Comment;
import dev.orm.generic.Wall.Photo;
import dev.orm.generic.Wall.Post;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.orm.Functions.count;
import static dev.orm.Functions.max;
import static dev.orm.generic.CommentPath.COMMENT;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for generic keys whatever they point to. */
class GenericLawTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Wall.MODELS));

	private static final Map<String, Function<QuerySet<Comment>, Object>> QUESTIONS = new LinkedHashMap<>();

	static {
		QUESTIONS.put("list", AbstractQuerySet::list);
		QUESTIONS.put("count", AbstractQuerySet::count);
		QUESTIONS.put("exists", AbstractQuerySet::exists);
		QUESTIONS.put("first", AbstractQuerySet::first);
		QUESTIONS.put("filter", (rows) -> rows.filter(COMMENT.stars.gte(3)).list());
		QUESTIONS.put("exclude", (rows) -> rows.exclude(COMMENT.text.eq("a")).list());
		QUESTIONS.put("order", (rows) -> rows.orderBy(COMMENT.stars.desc(), COMMENT.id.asc()).list());
		QUESTIONS.put("slice", (rows) -> rows.orderBy("id").slice(1, 3).list());
		QUESTIONS.put("aggregate", (rows) -> rows.aggregate(max(COMMENT.stars)));
		QUESTIONS.put("group", (rows) -> rows.values(COMMENT.text, count()).orderBy("text").list());
	}

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(Wall.MODELS).build();

	private final Manager<Comment> comments = this.orm.manager(Comment.class);

	private final List<Model> targets = new ArrayList<>();

	@BeforeEach
	void fill() {
		database.truncate("post", "photo", "comment");
		this.targets.addAll(this.orm.manager(Post.class).bulkCreate(List.of(Wall.post("a"), Wall.post("b"))));
		this.targets.addAll(this.orm.manager(Photo.class).bulkCreate(List.of(Wall.photo("a"), Wall.photo("b"))));
	}

	private void rows(Random random) {
		List<Comment> rows = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			rows.add(Wall.comment(this.targets.get(random.nextInt(4)),
					"abc".substring(random.nextInt(3)).substring(0, 1), random.nextInt(6)));
		}
		this.comments.bulkCreate(rows);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void aHandleAnswersAsTheManagerOfItsRowsDoes(long seed) {
		rows(new Random(seed));
		for (Model target : this.targets) {
			QUESTIONS.forEach((name, question) -> {
				QuerySet<Comment> byHandle = ((target instanceof Post post) ? post.comments : ((Photo) target).comments)
					.all()
					.orderBy("id");
				QuerySet<Comment> byManager = this.comments.filter(COMMENT.target.eq(target)).orderBy("id");
				assertThat(question.apply(byHandle)).as(name + " of " + target).isEqualTo(question.apply(byManager));
			});
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 4, 5, 6 })
	void whatIsWrittenIsRead(long seed) {
		Random random = new Random(seed);
		rows(random);
		for (Comment comment : this.comments.orderBy("id").list()) {
			Model target = this.targets.get(random.nextInt(4));
			comment.target = random.nextBoolean() ? GenericKey.to(target)
					: GenericKey.of(target.getClass().asSubclass(Model.class), (Long) target.pk());
			this.comments.save(comment);
			Comment read = this.comments.get(comment.id);
			assertThat(read.target.get()).isEqualTo(target).isEqualTo(comment.target.get());
			assertThat(read.target.type()).isEqualTo(comment.target.type());
			assertThat(read.target.id()).isEqualTo(comment.target.id());
		}
	}

}
