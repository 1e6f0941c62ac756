package dev.orm.law;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The posts with their comments and tags in memory, read by plain SQL of one table each:
 * what querysets over relations to many are held against. A row of a filter is a post
 * with one comment and one tag of the conditions' relations, as of a LEFT JOIN.
 */
final class Blog {

	private final Map<Long, Post> posts = new LinkedHashMap<>();

	Blog(DataSource dataSource) {
		JdbcClient client = JdbcClient.create(dataSource);
		client
			.sql("SELECT p.id, p.views, c.name FROM shop_post p LEFT JOIN shop_category c ON c.id = p.category_id"
					+ " ORDER BY p.id")
			.query((row) -> {
				long id = row.getLong(1);
				this.posts.put(id, new Post(id, row.getInt(2), row.getString(3), new ArrayList<>(), new ArrayList<>()));
			});
		client.sql(
				"SELECT c.post_id, c.score, u.username FROM shop_comment c LEFT JOIN shop_user u ON u.id = c.author_id")
			.query((row) -> {
				Comment comment = new Comment((Integer) row.getObject(2), row.getString(3));
				this.posts.get(row.getLong(1)).comments().add(comment);
			});
		client.sql("SELECT p.post_id, t.name FROM shop_post_tags p JOIN shop_tag t ON t.id = p.tag_id").query((row) -> {
			this.posts.get(row.getLong(1)).tags().add(row.getString(2));
		});
	}

	record Post(long id, int views, @Nullable String category, List<Comment> comments, List<String> tags) {

		/** Return the rows of a LEFT JOIN with one relation. */
		List<Joined> alone(String relation) {
			List<Joined> rows = new ArrayList<>();
			if (relation.equals("tags")) {
				orNone(true, this.tags).forEach((tag) -> rows.add(new Joined(this, null, tag)));
			}
			else {
				orNone(true, this.comments).forEach((comment) -> rows.add(new Joined(this, comment, null)));
			}
			return rows;
		}

	}

	record Comment(@Nullable Integer score, @Nullable String author) {
	}

	/**
	 * A row of a join.
	 *
	 * @param post the post
	 * @param comment one of its comments; null where it has none or none is asked for
	 * @param tag one of its tags, as the comment
	 */
	record Joined(Post post, @Nullable Comment comment, @Nullable String tag) {
	}

	List<Long> ids() {
		return List.copyOf(this.posts.keySet());
	}

	/** Return the post of each row that satisfies all filters, which join each anew. */
	List<Long> rows(PostCondition... conditions) {
		List<PostCondition> filters = new ArrayList<>();
		Set<String> before = new HashSet<>();
		for (PostCondition condition : conditions) {
			Set<String> joined = new HashSet<>();
			filters.add(condition.resolved(joined, before));
			before.addAll(joined);
		}
		List<Long> rows = new ArrayList<>();
		for (Post post : this.posts.values()) {
			long number = 1;
			for (PostCondition filter : filters) {
				number *= joined(post, filter).stream().filter(filter::holds).count();
			}
			for (long i = 0; i < number; i++) {
				rows.add(post.id());
			}
		}
		return rows;
	}

	private static List<Joined> joined(Post post, PostCondition filter) {
		List<Joined> rows = new ArrayList<>();
		for (Comment comment : orNone(filter.joinsComments(), post.comments())) {
			for (String tag : orNone(filter.joinsTags(), post.tags())) {
				rows.add(new Joined(post, comment, tag));
			}
		}
		return rows;
	}

	private static <X> List<@Nullable X> orNone(boolean joins, List<X> rows) {
		List<@Nullable X> result = new ArrayList<>();
		if (joins) {
			result.addAll(rows);
		}
		if (result.isEmpty()) {
			result.add(null);
		}
		return result;
	}

}
