package dev.orm.generic;

import java.util.List;

import dev.orm.GenericRelation;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.annotation.Targets;
import dev.orm.model.ForeignKey;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Models that others comment on and mark. */
final class Wall {

	static final List<Class<? extends Model>> MODELS = List.of(Author.class, Post.class, Photo.class, Comment.class,
			Mark.class);

	private Wall() {
	}

	@Table(name = "author")
	static class Author extends Model {

		@Id
		Long id;

		String name;

	}

	// tag::models[]
	@Table(name = "post")
	static class Post extends Model {

		@Id
		Long id;

		String title;

		@OnDelete(OnDeleteAction.CASCADE)
		@Nullable ForeignKey<Author> author;

		GenericRelation<Comment> comments;

		GenericRelation<Mark> marks;

	}

	@Table(name = "photo")
	static class Photo extends Model {

		@Id
		Long id;

		String caption;

		GenericRelation<Comment> comments;

	}

	@Table(name = "comment")
	static class Comment extends Model {

		@Id
		Long id;

		String text;

		int stars;

		GenericKey<Long> target;

	}

	@Table(name = "mark")
	static class Mark extends Model {

		@Id
		Long id;

		String colour;

		@Targets({ Post.class, Author.class })
		@Nullable GenericKey<Long> target;

	}
	// end::models[]

	static Author author(String name) {
		Author author = new Author();
		author.name = name;
		return author;
	}

	static Post post(String title) {
		Post post = new Post();
		post.title = title;
		return post;
	}

	static Photo photo(String caption) {
		Photo photo = new Photo();
		photo.caption = caption;
		return photo;
	}

	static Comment comment(Model target, String text, int stars) {
		Comment comment = new Comment();
		comment.target = GenericKey.to(target);
		comment.text = text;
		comment.stars = stars;
		return comment;
	}

	static Mark mark(@Nullable Model target, String colour) {
		Mark mark = new Mark();
		mark.target = GenericKey.to(target);
		mark.colour = colour;
		return mark;
	}

}
