package shop.comment;

/**
 * A comment as somebody writes it.
 *
 * @param on what it is about
 * @param number the key of that
 * @param author who writes it
 * @param text what it says
 */
public record CommentRequest(Subject on, long number, String author, String text) {

}
