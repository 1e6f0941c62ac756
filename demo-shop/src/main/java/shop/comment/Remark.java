package shop.comment;

import java.time.Instant;
import java.util.List;

import dev.orm.GenericRelation;

/**
 * What somebody said, on the page of what it is about.
 *
 * @param author who said it
 * @param text what
 * @param createdAt when
 */
public record Remark(String author, String text, Instant createdAt) {

	/** Return all that was said of something, the newest first, in one query. */
	public static List<Remark> of(GenericRelation<Comment> comments) {
		return comments.list().stream().map(Remark::of).toList();
	}

	private static Remark of(Comment comment) {
		return new Remark(comment.getAuthor(), comment.getText(), comment.getCreatedAt());
	}

}
