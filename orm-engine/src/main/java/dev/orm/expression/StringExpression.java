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
public interface StringExpression<R> extends Expression<R, String>, ComparedTo<R, String> {

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
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> iexact(String value) {
		return Conditions.lookup(node(), "iexact", value);
	}

	/**
	 * Test whether it equals a text, ignoring case. Lookup {@code iexact}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> iexact(Operand value) {
		return Conditions.lookup(node(), "iexact", value);
	}

	/**
	 * Test whether it contains a text. Wildcards in the text are taken literally. Lookup
	 * {@code contains}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> contains(String value) {
		return Conditions.lookup(node(), "contains", value);
	}

	/**
	 * Test whether it contains a text. Wildcards in the text are taken literally. Lookup
	 * {@code contains}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> contains(Operand value) {
		return Conditions.lookup(node(), "contains", value);
	}

	/**
	 * Test whether it contains a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code icontains}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> icontains(String value) {
		return Conditions.lookup(node(), "icontains", value);
	}

	/**
	 * Test whether it contains a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code icontains}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> icontains(Operand value) {
		return Conditions.lookup(node(), "icontains", value);
	}

	/**
	 * Test whether it starts with a text. Wildcards in the text are taken literally.
	 * Lookup {@code startswith}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> startswith(String value) {
		return Conditions.lookup(node(), "startswith", value);
	}

	/**
	 * Test whether it starts with a text. Wildcards in the text are taken literally.
	 * Lookup {@code startswith}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> startswith(Operand value) {
		return Conditions.lookup(node(), "startswith", value);
	}

	/**
	 * Test whether it starts with a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code istartswith}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> istartswith(String value) {
		return Conditions.lookup(node(), "istartswith", value);
	}

	/**
	 * Test whether it starts with a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code istartswith}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> istartswith(Operand value) {
		return Conditions.lookup(node(), "istartswith", value);
	}

	/**
	 * Test whether it ends with a text. Wildcards in the text are taken literally. Lookup
	 * {@code endswith}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> endswith(String value) {
		return Conditions.lookup(node(), "endswith", value);
	}

	/**
	 * Test whether it ends with a text. Wildcards in the text are taken literally. Lookup
	 * {@code endswith}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> endswith(Operand value) {
		return Conditions.lookup(node(), "endswith", value);
	}

	/**
	 * Test whether it ends with a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code iendswith}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> iendswith(String value) {
		return Conditions.lookup(node(), "iendswith", value);
	}

	/**
	 * Test whether it ends with a text, ignoring case. Wildcards in the text are taken
	 * literally. Lookup {@code iendswith}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> iendswith(Operand value) {
		return Conditions.lookup(node(), "iendswith", value);
	}

	/**
	 * Test whether it matches a regular expression. Lookup {@code regex}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> regex(String value) {
		return Conditions.lookup(node(), "regex", value);
	}

	/**
	 * Test whether it matches a regular expression. Lookup {@code regex}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> regex(Operand value) {
		return Conditions.lookup(node(), "regex", value);
	}

	/**
	 * Test whether it matches a regular expression, ignoring case. Lookup {@code iregex}.
	 * @param value the text
	 * @return a condition
	 */
	default Condition<R> iregex(String value) {
		return Conditions.lookup(node(), "iregex", value);
	}

	/**
	 * Test whether it matches a regular expression, ignoring case. Lookup {@code iregex}.
	 * @param value an expression or a query
	 * @return a condition
	 */
	default Condition<R> iregex(Operand value) {
		return Conditions.lookup(node(), "iregex", value);
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
		return Conditions.lookup(node(), "search", query);
	}

	/**
	 * Test whether a text is about the same. Needs the extension pg_trgm. Lookup
	 * {@code trigram_similar}.
	 * @param text the text
	 * @return a condition
	 */
	default Condition<R> trigramSimilar(String text) {
		return Conditions.lookup(node(), "trigram_similar", text);
	}

	/**
	 * Test whether a text is about the same. Needs the extension pg_trgm. Lookup
	 * {@code trigram_similar}.
	 * @param text an expression or a query
	 * @return a condition
	 */
	default Condition<R> trigramSimilar(Operand text) {
		return Conditions.lookup(node(), "trigram_similar", text);
	}

	/**
	 * Test whether some of its words are about the same as a text. Needs the extension
	 * pg_trgm. Lookup {@code trigram_word_similar}.
	 * @param text the text
	 * @return a condition
	 */
	default Condition<R> trigramWordSimilar(String text) {
		return Conditions.lookup(node(), "trigram_word_similar", text);
	}

	/**
	 * Test whether some of its words are about the same as a text. Needs the extension
	 * pg_trgm. Lookup {@code trigram_word_similar}.
	 * @param text an expression or a query
	 * @return a condition
	 */
	default Condition<R> trigramWordSimilar(Operand text) {
		return Conditions.lookup(node(), "trigram_word_similar", text);
	}

	/**
	 * Test whether some of its words, as wholes, are about the same as a text. Needs the
	 * extension pg_trgm. Lookup {@code trigram_strict_word_similar}.
	 * @param text the text
	 * @return a condition
	 */
	default Condition<R> trigramStrictWordSimilar(String text) {
		return Conditions.lookup(node(), "trigram_strict_word_similar", text);
	}

	/**
	 * Test whether some of its words, as wholes, are about the same as a text. Needs the
	 * extension pg_trgm. Lookup {@code trigram_strict_word_similar}.
	 * @param text an expression or a query
	 * @return a condition
	 */
	default Condition<R> trigramStrictWordSimilar(Operand text) {
		return Conditions.lookup(node(), "trigram_strict_word_similar", text);
	}

}
