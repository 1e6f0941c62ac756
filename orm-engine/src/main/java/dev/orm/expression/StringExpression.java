package dev.orm.expression;

import java.util.List;
import java.util.Map;

import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;

/**
 * A text.
 *
 * @param <R> the root model
 */
public interface StringExpression<R> extends Expression<R, String> {

	/**
	 * Wrap a node.
	 * @param <R> the root model
	 * @param node the node
	 * @return an expression
	 */
	static <R> StringExpression<R> of(Node node) {
		return () -> node;
	}

	/**
	 * Test whether it equals a text, ignoring case. Lookup {@code iexact}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> iexact(Object value) {
		return Conditions.lookup(this, "iexact", value);
	}

	/**
	 * Test whether it contains a text. Wildcards in the text are taken literally. Lookup
	 * {@code contains}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> contains(Object value) {
		return Conditions.lookup(this, "contains", value);
	}

	/**
	 * Test whether it contains a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code icontains}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> icontains(Object value) {
		return Conditions.lookup(this, "icontains", value);
	}

	/**
	 * Test whether it starts with a text. Wildcards in the text are taken literally.
	 * Lookup {@code startswith}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> startswith(Object value) {
		return Conditions.lookup(this, "startswith", value);
	}

	/**
	 * Test whether it starts with a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code istartswith}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> istartswith(Object value) {
		return Conditions.lookup(this, "istartswith", value);
	}

	/**
	 * Test whether it ends with a text. Wildcards in the text are taken literally. Lookup
	 * {@code endswith}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> endswith(Object value) {
		return Conditions.lookup(this, "endswith", value);
	}

	/**
	 * Test whether it ends with a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code iendswith}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> iendswith(Object value) {
		return Conditions.lookup(this, "iendswith", value);
	}

	/**
	 * Test whether it matches a regular expression. Lookup {@code regex}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> regex(Object value) {
		return Conditions.lookup(this, "regex", value);
	}

	/**
	 * Test whether it matches a regular expression, ignoring case. Lookup {@code iregex}.
	 * @param value a value or an expression
	 * @return a condition
	 */
	default Condition<R> iregex(Object value) {
		return Conditions.lookup(this, "iregex", value);
	}

	/**
	 * Turn into lower case.
	 * @return an expression
	 */
	default StringExpression<R> lower() {
		return of(new Computation.Function("Lower", List.of(node()), Map.of(), null));
	}

	/**
	 * Turn into upper case.
	 * @return an expression
	 */
	default StringExpression<R> upper() {
		return of(new Computation.Function("Upper", List.of(node()), Map.of(), null));
	}

	/**
	 * Cut blanks off both ends.
	 * @return an expression
	 */
	default StringExpression<R> trim() {
		return of(new Computation.Function("Trim", List.of(node()), Map.of(), null));
	}

	/**
	 * Count the characters.
	 * @return an expression
	 */
	default NumberExpression<R, Integer> length() {
		return NumberExpression.of(new Computation.Function("Length", List.of(node()), Map.of(), null));
	}

	/**
	 * Take the characters from a position on. Django's sliced {@code F}.
	 * @param from the first position, from 0
	 * @return an expression
	 */
	default StringExpression<R> slice(int from) {
		return of(new Computation.Slice(node(), from, null));
	}

	/**
	 * Take some characters. Django's sliced {@code F}.
	 * @param from the first position, from 0
	 * @param to the position after the last
	 * @return an expression
	 */
	default StringExpression<R> slice(int from, int to) {
		return of(new Computation.Slice(node(), from, to));
	}

	/**
	 * Take accents away, and from what it is compared with. Needs the extension unaccent.
	 * Transform {@code unaccent}.
	 * @return an expression
	 */
	default StringExpression<R> unaccent() {
		return of(Transforms.of(this, "unaccent").node());
	}

	/**
	 * Search its words. Lookup {@code search}.
	 * @param query a text, or a search query
	 * @return a condition
	 */
	default Condition<R> search(Object query) {
		return Conditions.lookup(this, "search", query);
	}

	/**
	 * Test whether a text is about the same. Needs the extension pg_trgm. Lookup
	 * {@code trigram_similar}.
	 * @param text a value or an expression
	 * @return a condition
	 */
	default Condition<R> trigramSimilar(Object text) {
		return Conditions.lookup(this, "trigram_similar", text);
	}

	/**
	 * Test whether some of its words are about the same as a text. Needs the extension
	 * pg_trgm. Lookup {@code trigram_word_similar}.
	 * @param text a value or an expression
	 * @return a condition
	 */
	default Condition<R> trigramWordSimilar(Object text) {
		return Conditions.lookup(this, "trigram_word_similar", text);
	}

	/**
	 * Test whether some of its words, as wholes, are about the same as a text. Needs the
	 * extension pg_trgm. Lookup {@code trigram_strict_word_similar}.
	 * @param text a value or an expression
	 * @return a condition
	 */
	default Condition<R> trigramStrictWordSimilar(Object text) {
		return Conditions.lookup(this, "trigram_strict_word_similar", text);
	}

}
