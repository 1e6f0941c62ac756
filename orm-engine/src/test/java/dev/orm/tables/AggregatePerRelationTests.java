package dev.orm.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Post;
import dev.orm.acceptance.shop.User;
import dev.orm.error.FieldException;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.test.ShopDatabase;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import static dev.orm.acceptance.shop.PostPath.POST;
import static dev.orm.acceptance.shop.UserPath.USER;
import static dev.orm.expression.Aggregates.arrayAgg;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Aggregates.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AggregatePerRelationTests {

	@RegisterExtension
	static final TestDatabase DATABASE = ShopDatabase.create();

	private final Orm orm = ShopDatabase.orm(DATABASE);

	private final JdbcClient plain = JdbcClient.create(DATABASE.dataSource());

	@Test
	void severalRelationsAreCountedEachByItself() {
		Manager<Post> posts = this.orm.manager(Post.class);
		// tag::per-relation[]
		var tags = count(POST.tags()).as("tagCount");
		var comments = count(POST.comments()).as("commentCount");
		List<Post> counted = posts.all().aggregatePerRelation().annotate(tags, comments).orderBy("id").list();
		// end::per-relation[]
		List<Map<String, Object>> expected = this.plain.sql("""
				SELECT p.id, (SELECT count(*) FROM shop_post_tags t WHERE t.post_id = p.id) AS t,
				(SELECT count(*) FROM shop_comment c WHERE c.post_id = p.id) AS c FROM shop_post p ORDER BY p.id""")
			.query()
			.listOfRows();
		assertThat(counted.stream().map((post) -> List.<Object>of(post.getId(), post.get(tags), post.get(comments))))
			.containsExactlyElementsOf(
					expected.stream().map((row) -> List.of(row.get("id"), row.get("t"), row.get("c"))).toList());
	}

	@Test
	void aValueMadeAfterTheShapeWasTakenIsBound() {
		var comments = count(POST.comments()).as("commentCount");
		var lonely = this.orm.manager(Post.class)
			.filter(POST.comments().id.isNull())
			.aggregatePerRelation()
			.annotate(comments);
		for (int i = 0; i < 2; i++) {
			assertThat(lonely.list()).isNotEmpty().allSatisfy((post) -> assertThat(post.get(comments)).isZero());
		}
		assertThat(lonely.toSql()).contains(", ?::bigint) AS \"commentCount\"").endsWith("-- [0]");
	}

	@Test
	void withoutItTheRowsMultiplyAsInDjango() {
		Manager<Post> posts = this.orm.manager(Post.class);
		var tags = count(POST.tags()).as("tagCount");
		var comments = count(POST.comments()).as("commentCount");
		long multiplied = posts.annotate(tags, comments).list().stream().mapToLong((post) -> post.get(tags)).sum();
		long right = this.plain.sql("SELECT count(*) FROM shop_post_tags").query(Long.class).single();
		assertThat(multiplied).isGreaterThan(right);
	}

	@Test
	void whatIsCollectedKeepsItsOrderingAndItsDelimiter() {
		Manager<Post> posts = this.orm.manager(Post.class);
		var names = stringAgg(POST.tags().name, ", ").orderBy(POST.tags().name.desc()).as("names");
		var comments = count(POST.comments()).as("commentCount");
		List<Post> found = posts.all().aggregatePerRelation().annotate(names, comments).orderBy("id").list();
		List<Map<String, Object>> expected = this.plain.sql("""
				SELECT (SELECT string_agg(t.name, ', ' ORDER BY t.name DESC) FROM shop_post_tags pt
				JOIN shop_tag t ON t.id = pt.tag_id WHERE pt.post_id = p.id) AS names,
				(SELECT count(*) FROM shop_comment c WHERE c.post_id = p.id) AS c FROM shop_post p ORDER BY p.id""")
			.query()
			.listOfRows();
		assertThat(found.stream().map((post) -> Arrays.<Object>asList(post.get(names), post.get(comments))))
			.containsExactlyElementsOf(
					expected.stream().map((row) -> Arrays.<Object>asList(row.get("names"), row.get("c"))).toList());
		assertThatThrownBy(() -> posts.all()
			.aggregatePerRelation()
			.annotate(arrayAgg(POST.tags().name).orderBy(POST.title).as("names"))
			.list()).isInstanceOf(FieldException.class).hasMessageContaining("tags");
	}

	@Test
	void groupsOfValuesAreNoRowsOfTheModel() {
		Manager<Post> posts = this.orm.manager(Post.class);
		assertThatThrownBy(
				() -> posts.values("category").aggregatePerRelation().annotate("n", count("comments")).list())
			.isInstanceOf(UnsupportedCombinationException.class)
			.hasMessageContaining("values()");
		assertThat(posts.values("category").aggregatePerRelation().annotate("n", count("id")).list())
			.as("no relation is aggregated")
			.isEqualTo(posts.values("category").annotate("n", count("id")).list());
		assertThat(posts.all().aggregatePerRelation().annotate("n", count("comments")).values("n").list())
			.hasSize((int) posts.count());
	}

	@Test
	void conditionsAndDeeperPathsMoveIntoTheSubquery() {
		Manager<User> users = this.orm.manager(User.class);
		var views = sum(USER.posts().views).filter(USER.posts().published.isTrue()).as("seen");
		var comments = count(USER.posts().comments()).as("answers");
		List<User> found = users.all().aggregatePerRelation().annotate(views, comments).orderBy("id").list();
		List<Map<String, Object>> expected = this.plain
			.sql("""
					SELECT u.id, (SELECT sum(p.views) FROM shop_post p WHERE p.author_id = u.id AND p.published) AS v,
					(SELECT count(c.id) FROM shop_post p JOIN shop_comment c ON c.post_id = p.id WHERE p.author_id = u.id) AS c
					FROM shop_user u ORDER BY u.id""")
			.query()
			.listOfRows();
		assertThat(found).hasSameSizeAs(expected);
		for (int i = 0; i < found.size(); i++) {
			Object seen = found.get(i).get("seen");
			assertThat(String.valueOf(seen)).isEqualTo(String.valueOf(expected.get(i).get("v")));
			assertThat(found.get(i).get("answers")).isEqualTo(expected.get(i).get("c"));
		}
	}

	@Test
	void conditionsThatCompareColumnsMoveIntoTheSubquery() {
		Manager<User> users = this.orm.manager(User.class);
		var compared = count("posts").filter(Q.of("posts__views__gte", F.of("posts__id"))).as("compared");
		List<Map<String, Object>> expected = this.plain.sql("""
				SELECT (SELECT count(*) FROM shop_post p WHERE p.author_id = u.id AND p.views >= p.id) AS n
				FROM shop_user u ORDER BY u.id""").query().listOfRows();
		assertThat(users.all().aggregatePerRelation().annotate(compared).orderBy("id").flat("compared").list())
			.containsExactlyElementsOf(expected.stream().map((row) -> row.get("n")).toList());
		assertThatThrownBy(() -> users.all()
			.aggregatePerRelation()
			.annotate(count("posts").filter(Q.of("posts__views__gte", F.of("id"))).as("compared"))
			.list()).isInstanceOf(FieldException.class).hasMessageContaining("posts");
	}

}
