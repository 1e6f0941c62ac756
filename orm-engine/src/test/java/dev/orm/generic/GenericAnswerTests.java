package dev.orm.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.column.ModelTables;
import dev.orm.expression.Annotation;
import dev.orm.generic.Wall.Comment;
import dev.orm.generic.Wall.Photo;
import dev.orm.generic.Wall.Post;
import dev.orm.model.Model;
import dev.orm.persist.Deleted;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static dev.orm.Functions.count;
import static dev.orm.Functions.max;
import static dev.orm.Functions.sum;
import static dev.orm.generic.CommentPath.COMMENT;
import static dev.orm.generic.PostPath.POST;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows by generic relations are those that Django 5.2 answers
 * ({@code django/generic.json}).
 */
class GenericAnswerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), Wall.MODELS));

	private static final JsonNode answers = answers();

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(Wall.MODELS).build();

	private final Manager<Post> posts = this.orm.manager(Post.class);

	private final Manager<Comment> comments = this.orm.manager(Comment.class);

	private static JsonNode answers() {
		try (InputStream in = GenericAnswerTests.class.getResourceAsStream("/django/generic.json")) {
			return JsonMapper.shared().readTree(Objects.requireNonNull(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@BeforeEach
	void fill() {
		database.truncate("post", "photo", "comment");
		Map<String, List<? extends Model>> targets = Map.of("post", this.posts.bulkCreate(posts()), "photo",
				this.orm.manager(Photo.class).bulkCreate(photos()));
		List<Comment> rows = new ArrayList<>();
		answers.get("rows")
			.forEach((row) -> rows.add(Wall.comment(targets.get(row.get(0).asString()).get(row.get(1).asInt() - 1),
					row.get(2).asString(), row.get(3).asInt())));
		this.comments.bulkCreate(rows);
	}

	private static List<Post> posts() {
		List<Post> posts = new ArrayList<>();
		answers.get("posts").forEach((title) -> posts.add(Wall.post(title.asString())));
		return posts;
	}

	private static List<Photo> photos() {
		List<Photo> photos = new ArrayList<>();
		answers.get("photos").forEach((caption) -> photos.add(Wall.photo(caption.asString())));
		return photos;
	}

	private QuerySet<Post> rows(JsonNode steps) {
		QuerySet<Post> rows = this.posts.all();
		for (JsonNode step : steps) {
			Map<String, Object> lookups = new TreeMap<>();
			step.get(1).properties().forEach((lookup) -> lookups.put(lookup.getKey(), value(lookup.getValue())));
			rows = step.get(0).asString().equals("filter") ? rows.filter(lookups) : rows.exclude(lookups);
		}
		return rows;
	}

	private static Object value(JsonNode node) {
		if (node.isArray()) {
			List<Object> values = new ArrayList<>();
			node.forEach((item) -> values.add(value(item)));
			return values;
		}
		return node.isBoolean() ? node.asBoolean() : node.isNumber() ? (Object) node.asInt() : node.asString();
	}

	private static List<Long> keys(JsonNode list) {
		List<Long> keys = new ArrayList<>();
		list.forEach((key) -> keys.add(key.asLong()));
		return keys;
	}

	@Test
	void filtersAndExcludesKeepTheSameRows() {
		for (JsonNode question : answers.get("cases")) {
			QuerySet<Post> rows = rows(question.get("rows")).orderBy("id");
			assertThat(rows.flat(POST.id).list()).as(question.toString()).isEqualTo(keys(question.get("answer")));
			assertThat(rows.distinct().flat(POST.id).list()).as(question.toString())
				.isEqualTo(keys(question.get("distinct")));
		}
	}

	@Test
	void aggregatesAreTheSame() {
		Annotation<Post, Long> number = count(POST.comments()).as("n");
		Annotation<Post, ?> total = sum(POST.comments().stars).as("s");
		Annotation<Post, Integer> most = max(POST.comments().stars).as("m");
		for (JsonNode question : answers.get("aggregates")) {
			List<String> found = rows(question.get("rows")).annotate(number, total, most)
				.orderBy("id")
				.list()
				.stream()
				.map((post) -> "[" + post.id + "," + post.get(number) + "," + post.get(total) + "," + post.get(most)
						+ "]")
				.toList();
			assertThat("[" + String.join(",", found) + "]").isEqualTo(question.get("answer").toString());
		}
	}

	@Test
	void relatedManagersLeaveTheSameRows() {
		int number = 0;
		for (JsonNode step : answers.get("steps")) {
			String place = "step " + number++ + ": " + step;
			act(step, place);
			assertThat(state()).as(place).isEqualTo(step.get("state").toString());
		}
	}

	private void act(JsonNode step, String place) {
		JsonNode arguments = step.get("args");
		Post post = arguments.isEmpty() ? null : this.posts.get(arguments.get(0).asLong());
		List<Comment> rows = new ArrayList<>();
		if (arguments.size() > 1) {
			keys(arguments.get(1)).forEach((key) -> rows.add(this.comments.get(key)));
		}
		switch (step.get("do").asString()) {
			case "start" -> assertThat(post).isNull();
			case "create" -> assertThat(post.comments.create(COMMENT.text.is("z"), COMMENT.stars.is(3)).id).as(place)
				.isEqualTo(step.get("answer").asLong());
			case "add" -> post.comments.add(rows.toArray(Comment[]::new));
			case "remove" -> post.comments.remove(rows.toArray(Comment[]::new));
			case "clear" -> post.comments.clear();
			case "set" -> post.comments.set(rows);
			case "delete" -> {
				Deleted deleted = this.posts.delete(post);
				assertThat("[" + deleted.total() + "," + deleted.perModel().getOrDefault("Comment", 0L) + "]").as(place)
					.isEqualTo(step.get("answer").toString());
			}
			default -> throw new IllegalArgumentException(place);
		}
	}

	private String state() {
		List<String> rows = new ArrayList<>();
		this.comments.orderBy("id")
			.forEach((row) -> rows
				.add("[%d,\"%s\",%d,\"%s\"]".formatted(row.id, row.target.type(), row.target.id(), row.text)));
		return "[" + String.join(",", rows) + "]";
	}

}
