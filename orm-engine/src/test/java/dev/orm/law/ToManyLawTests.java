package dev.orm.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Post;
import dev.orm.law.PostCondition.Joint;
import dev.orm.law.PostCondition.Leaf;
import dev.orm.law.PostCondition.Pair;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Laws over relations to many, held against the rows in memory; a failure names the seed.
 */
class ToManyLawTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Blog blog = new Blog(database.dataSource());

	private static final int QUERIES = 6;

	private final Manager<Post> posts = orm.manager(Post.class);

	static LongStream seeds() {
		return LongStream.range(1, 41);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aFilterHasARowForEachRelatedRowThatSatisfiesIt(long seed) {
		RandomPostConditions conditions = new RandomPostConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			PostCondition condition = conditions.next(2);
			QuerySet<Post> query = this.posts.filter(condition.condition());
			List<Long> expected = blog.rows(condition);
			assertThat(ids(query)).as(query::toSql).isEqualTo(expected);
			assertThat(query.count()).isEqualTo(expected.size());
			assertThat(query.exists()).isEqualTo(!expected.isEmpty());
			assertThat(query.orderBy().distinct().count()).isEqualTo(new HashSet<>(expected).size());
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void oneFilterIsAboutOneRelatedRowAndTwoAboutTwo(long seed) {
		RandomPostConditions conditions = new RandomPostConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			PostCondition a = conditions.next(1);
			PostCondition b = conditions.next(1);
			List<Long> together = blog.rows(new Pair(Joint.AND, a, b));
			assertThat(ids(this.posts.filter(a.condition(), b.condition()))).isEqualTo(together);
			assertThat(ids(this.posts.filter(a.condition().and(b.condition())))).isEqualTo(together);
			QuerySet<Post> twice = this.posts.filter(a.condition()).filter(b.condition());
			assertThat(ids(twice)).as(twice::toSql).isEqualTo(blog.rows(a, b));
			assertThat(twice.count()).isEqualTo(blog.rows(a, b).size());
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatALookupFindsAndWhatItExcludesAreAllRows(long seed) {
		RandomPostConditions conditions = new RandomPostConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			Leaf leaf = conditions.leaf();
			Set<Long> rest = new TreeSet<>(blog.ids());
			rest.removeAll(blog.rows(leaf));
			QuerySet<Post> excluded = this.posts.exclude(leaf.condition());
			assertThat(ids(excluded)).as(excluded::toSql).isEqualTo(new ArrayList<>(rest));
			assertThat(ids(this.posts.filter(leaf.condition().not()))).isEqualTo(new ArrayList<>(rest));
			assertThat(set(ids(this.posts.filter(leaf.condition().not().not())))).isEqualTo(set(blog.rows(leaf)));
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void setsAreThoseOfTheirMembers(long seed) {
		RandomPostConditions conditions = new RandomPostConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			PostCondition a = conditions.next(1);
			PostCondition b = conditions.next(1);
			QuerySet<Post> left = this.posts.filter(a.condition());
			QuerySet<Post> right = this.posts.filter(b.condition());
			Set<Long> union = set(blog.rows(a));
			union.addAll(blog.rows(b));
			Set<Long> intersection = set(blog.rows(a));
			intersection.retainAll(blog.rows(b));
			Set<Long> difference = set(blog.rows(a));
			difference.removeAll(blog.rows(b));
			assertThat(ids(left.union(right))).isEqualTo(new ArrayList<>(union));
			assertThat(ids(left.intersection(right))).isEqualTo(new ArrayList<>(intersection));
			assertThat(ids(left.difference(right))).isEqualTo(new ArrayList<>(difference));
			assertThat(left.union(right).count()).isEqualTo(union.size());
			assertThat(left.unionAll(right).count()).isEqualTo(blog.rows(a).size() + blog.rows(b).size());
			assertThat(set(ids(this.posts.filter("pk__in", left.orderBy().values("pk"))))).isEqualTo(set(blog.rows(a)));
		}
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void slicesJoinedAreTheListAndReversedTwiceIsTheSame(long seed) {
		RandomPostConditions conditions = new RandomPostConditions(seed);
		for (int i = 0; i < QUERIES; i++) {
			QuerySet<Post> query = this.posts.filter(conditions.next(1).condition()).orderBy("-views", "id");
			List<Object> whole = query.flat("id").list();
			List<Object> joined = new ArrayList<>();
			int size = 1 + i % 5;
			for (int from = 0; from < whole.size(); from += size) {
				joined.addAll(query.slice(from, from + size).flat("id").list());
			}
			assertThat(joined).isEqualTo(whole);
			List<Object> backwards = new ArrayList<>(whole);
			Collections.reverse(backwards);
			assertThat(query.reverse().flat("id").list()).isEqualTo(backwards);
			assertThat(query.reverse().reverse().flat("id").list()).isEqualTo(whole);
			assertThat(query.first().map(Post::getId)).isEqualTo(whole.stream().map(Long.class::cast).findFirst());
		}
	}

	private static Set<Long> set(Collection<Long> ids) {
		return new TreeSet<>(ids);
	}

	private static List<Long> ids(QuerySet<Post> query) {
		return query.orderBy("id").list().stream().map(Post::getId).toList();
	}

}
