package shop.comment;

import java.time.Instant;

/**
 * A comment with what it is about.
 *
 * @param author who wrote it
 * @param text what it says
 * @param createdAt when
 * @param about what people call its target
 * @param link the page of its target; empty if that is gone
 */
public record CommentSummary(String author, String text, Instant createdAt, String about, String link) {

}
