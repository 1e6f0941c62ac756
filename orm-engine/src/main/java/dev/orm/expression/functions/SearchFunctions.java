package dev.orm.expression.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.expression.ComparedTo;
import dev.orm.expression.Expression;
import dev.orm.expression.Nodes;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.node.Computation;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Operator;

/**
 * Full text search and trigrams, to be imported statically. Django's
 * {@code contrib.postgres.search}.
 */
public class SearchFunctions extends Statistics {

	/** There are no instances: a class further down hands on these functions. */
	protected SearchFunctions() {
	}

	/**
	 * Make a search document of texts.
	 * @param <R> the root model
	 * @param expressions the texts; other types become text, NULL is empty
	 * @return a document
	 */
	@SafeVarargs
	public static <R> Vector<R> searchVector(Expression<R, ?>... expressions) {
		List<Node> nodes = new ArrayList<>();
		for (Expression<R, ?> expression : expressions) {
			nodes.add(expression.node());
		}
		return new Vector<>(new Computation.Function("SearchVector", nodes, Map.of(), null));
	}

	/**
	 * Make a search query of words, all of which must be found.
	 * @param <R> the root model
	 * @param text a value or an expression
	 * @return a query
	 */
	public static <R> SearchQuery<R> searchQuery(Object text) {
		return new SearchQuery<>(new Computation.Function("SearchQuery", List.of(Nodes.of(text)), Map.of(), null));
	}

	/**
	 * Make a search query of lexemes, which take what users enter literally.
	 * @param <R> the root model
	 * @param lexeme the lexemes
	 * @return a query of type {@code raw}
	 */
	public static <R> SearchQuery<R> searchQuery(Lexeme lexeme) {
		return SearchFunctions.<R>searchQuery((Object) lexeme.text()).type("raw");
	}

	/**
	 * Rank how well a document matches a query.
	 * @param <R> the root model
	 * @param vector a document, or a text
	 * @param query a query, or a text as value
	 * @return an expression
	 */
	public static <R> SearchRank<R> searchRank(Expression<R, ?> vector, Object query) {
		return new SearchRank<>(Calls.node("SearchRank", Map.of(), vector, query));
	}

	/**
	 * Show where a text matches a query.
	 * @param <R> the root model
	 * @param expression the text
	 * @param query a query, or a text as value
	 * @return an expression
	 */
	public static <R> SearchHeadline<R> searchHeadline(Expression<R, ?> expression, Object query) {
		return new SearchHeadline<>(Calls.node("SearchHeadline", Map.of(), expression, query));
	}

	/**
	 * Tell how similar two texts are, from 0 to 1. Needs the extension pg_trgm.
	 * @param <R> the root model
	 * @param expression a text
	 * @param text a value or an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> trigramSimilarity(Expression<R, String> expression, Object text) {
		return Calls.number("TrigramSimilarity", expression, text);
	}

	/**
	 * Tell how similar a text is to the nearest words of another. Needs the extension
	 * pg_trgm.
	 * @param <R> the root model
	 * @param text the text to find
	 * @param expression where to find it
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> trigramWordSimilarity(String text, Expression<R, String> expression) {
		return words("TrigramWordSimilarity", text, expression);
	}

	/**
	 * Tell how similar a text is to whole words of another. Needs the extension pg_trgm.
	 * @param <R> the root model
	 * @param text the text to find
	 * @param expression where to find it
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> trigramStrictWordSimilarity(String text,
			Expression<R, String> expression) {
		return words("TrigramStrictWordSimilarity", text, expression);
	}

	/**
	 * Tell how different two texts are, from 0 to 1. Needs the extension pg_trgm.
	 * @param <R> the root model
	 * @param expression a text
	 * @param text a value or an expression
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> trigramDistance(Expression<R, String> expression, Object text) {
		return Calls.number("TrigramDistance", expression, text);
	}

	/**
	 * Tell how different a text is from the nearest words of another. Needs the extension
	 * pg_trgm.
	 * @param <R> the root model
	 * @param text the text to find
	 * @param expression where to find it
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> trigramWordDistance(String text, Expression<R, String> expression) {
		return words("TrigramWordDistance", text, expression);
	}

	/**
	 * Tell how different a text is from whole words of another. Needs the extension
	 * pg_trgm.
	 * @param <R> the root model
	 * @param text the text to find
	 * @param expression where to find it
	 * @return an expression
	 */
	public static <R> NumberExpression<R, Double> trigramStrictWordDistance(String text,
			Expression<R, String> expression) {
		return words("TrigramStrictWordDistance", text, expression);
	}

	private static <R> NumberExpression<R, Double> words(String name, String text, Expression<R, String> expression) {
		List<Node> arguments = List.of(Nodes.of(text), expression.node());
		return NumberExpression.of(new Computation.Function(name, arguments, Map.of(), null));
	}

	/**
	 * A search document. Immutable.
	 *
	 * @param <R> the root model
	 * @param call the call
	 */
	public record Vector<R>(Computation.Function call) implements Expression<R, String>, ComparedTo<R, Object> {

		/**
		 * Use a text search configuration, such as {@code english}.
		 * @param name the name
		 * @return a copy
		 */
		public Vector<R> config(String name) {
			return new Vector<>(Calls.with(this.call, "config", name));
		}

		/**
		 * Use the text search configuration a column or expression names, so that each
		 * row is read in its own language.
		 * @param name the expression
		 * @return a copy
		 */
		public Vector<R> config(Expression<? super R, ?> name) {
			return new Vector<>(Calls.withConfiguration(this.call, name));
		}

		/**
		 * Give all words a weight.
		 * @param weight A, B, C or D
		 * @return a copy
		 */
		public Vector<R> weight(String weight) {
			return new Vector<>(Calls.with(this.call, "weight", weight));
		}

		/**
		 * Join it with another document.
		 * @param other the other document
		 * @return a document
		 */
		public Expression<R, String> plus(Expression<R, String> other) {
			Node both = new Computation.Arithmetic(Operator.ADD, this.call, other.node(), null);
			return () -> both;
		}

		@Override
		public Node node() {
			return this.call;
		}

	}

	/**
	 * A search query. Immutable.
	 *
	 * @param <R> the root model
	 * @param call the call
	 */
	public record SearchQuery<R>(Computation.Function call) implements Expression<R, String>, ComparedTo<R, Object> {

		/**
		 * Use a text search configuration, such as {@code english}.
		 * @param name the name
		 * @return a copy
		 */
		public SearchQuery<R> config(String name) {
			return new SearchQuery<>(Calls.with(this.call, "config", name));
		}

		/**
		 * Use the text search configuration a column or expression names, so that each
		 * row is read in its own language.
		 * @param <S> the root model of the expression
		 * @param name the expression
		 * @return a copy
		 */
		public <S extends R> SearchQuery<S> config(Expression<? super S, ?> name) {
			return new SearchQuery<>(Calls.withConfiguration(this.call, name));
		}

		/**
		 * Say how the text is read.
		 * @param type {@code plain}, {@code phrase}, {@code raw} or {@code websearch}
		 * @return a copy
		 */
		public SearchQuery<R> type(String type) {
			return new SearchQuery<>(Calls.with(this.call, "search_type", type));
		}

		/**
		 * Require another query too.
		 * @param other the other query
		 * @return a query
		 */
		public SearchQuery<R> and(SearchQuery<R> other) {
			return combine("SearchQueryAnd", this.call, other.call);
		}

		/**
		 * Accept another query instead.
		 * @param other the other query
		 * @return a query
		 */
		public SearchQuery<R> or(SearchQuery<R> other) {
			return combine("SearchQueryOr", this.call, other.call);
		}

		/**
		 * Require the opposite.
		 * @return a query
		 */
		public SearchQuery<R> not() {
			return combine("SearchQueryNot", this.call);
		}

		@Override
		public Node node() {
			return this.call;
		}

		private static <R> SearchQuery<R> combine(String name, Node... parts) {
			return new SearchQuery<>(new Computation.Function(name, List.of(parts), Map.of(), null));
		}

	}

}
