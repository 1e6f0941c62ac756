package dev.orm.expression.functions;

import dev.orm.expression.Expression;
import dev.orm.expression.StringExpression;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;

/**
 * The parts of a text that match a query, marked. The text itself is not escaped: do so
 * before it gets into a page. Immutable; each method returns a changed copy. Django's
 * {@code SearchHeadline}.
 *
 * @param <R> the root model
 * @param call the call
 */
public record SearchHeadline<R>(Computation.Function call) implements StringExpression<R> {

	/**
	 * Use a text search configuration, such as {@code english}.
	 * @param name the name
	 * @return a copy
	 */
	public SearchHeadline<R> config(String name) {
		return option("config", name);
	}

	/**
	 * Use the text search configuration a column or expression names.
	 * @param name the expression
	 * @return a copy
	 */
	public SearchHeadline<R> config(Expression<? super R, ?> name) {
		return new SearchHeadline<>(Calls.withConfiguration(this.call, name));
	}

	/**
	 * Mark the words found.
	 * @param start what to write before a word
	 * @param stop what to write after it
	 * @return a copy
	 */
	public SearchHeadline<R> marks(String start, String stop) {
		return option("start_sel", start).option("stop_sel", stop);
	}

	/**
	 * Say how many words to show.
	 * @param min the fewest
	 * @param max the most
	 * @return a copy
	 */
	public SearchHeadline<R> words(int min, int max) {
		return option("min_words", min).option("max_words", max);
	}

	/**
	 * Drop short words at the ends.
	 * @param letters how long such a word is at most
	 * @return a copy
	 */
	public SearchHeadline<R> shortWord(int letters) {
		return option("short_word", letters);
	}

	/**
	 * Show the whole text.
	 * @return a copy
	 */
	public SearchHeadline<R> wholeText() {
		return option("highlight_all", true);
	}

	/**
	 * Show several parts of the text.
	 * @param most how many parts at most
	 * @param delimiter what to write between them
	 * @return a copy
	 */
	public SearchHeadline<R> fragments(int most, String delimiter) {
		return option("max_fragments", most).option("fragment_delimiter", delimiter);
	}

	private SearchHeadline<R> option(String name, Object value) {
		return new SearchHeadline<>(Calls.with(this.call, name, value));
	}

	@Override
	public Node node() {
		return this.call;
	}

}
