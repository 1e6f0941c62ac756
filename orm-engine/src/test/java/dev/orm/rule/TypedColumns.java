package dev.orm.rule;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The code that stands twelve times in the sources, once for each number of typed
 * columns: Java has no type that is a list of types.
 */
final class TypedColumns {

	private static final List<String> PLACES = List.of("first", "second", "third", "fourth", "fifth", "sixth",
			"seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth");

	static final int MOST = 12;

	private TypedColumns() {
	}

	/** The querysets, and the functions that take their rows. */
	static List<String> ofColumns() {
		return IntStream.rangeClosed(1, 2 * MOST)
			.mapToObj((n) -> (n <= MOST) ? queryset(n) : function(n - MOST))
			.toList();
	}

	/** The methods that make such querysets. */
	static List<String> ofProjecting() {
		return IntStream.rangeClosed(1, MOST).mapToObj(TypedColumns::method).toList();
	}

	private static String queryset(int n) {
		String types = each(n, (i) -> type(i));
		return """
				/** A queryset of %d typed column%s. */
				public static final class Of%d<T extends Model, %s> extends Projection<T, Of%d<T, %s>>%s {
					Of%d() {
					}
					/**
					 * Read all rows and make something of each.
					 * @param <X> what it becomes
					 * @param constructor makes it of the %s::new}
					 * @return what the rows became
					 */
					public <X> List<X> as(Function%d<%s, X> constructor) {
						return each((row) -> constructor.apply(%s));
					}
				}
				""".formatted(n, (n == 1) ? "" : "s", n, bounds(n), n, types,
				(n == 1) ? " implements ValueSource<A>" : "", n,
				(n == 1) ? "value, such as {@code Name" : "values, such as {@code Stat", n, types,
				each(n, (i) -> "at(row, %d)".formatted(i)));
	}

	private static String function(int n) {
		return """
				/** Takes %d value%s. */
				@FunctionalInterface
				public interface Function%d<%s, X> {
					X apply(%s);
				}
				""".formatted(n, (n == 1) ? "" : "s", n, bounds(n), each(n, (i) -> type(i) + " " + name(i)));
	}

	private static String method(int n) {
		String queryset = "Columns.Of%d<T, %s>".formatted(n, each(n, (i) -> type(i)));
		return """
				/**
				 * Select %d typed column%s.
				%s * @return a queryset of rows; {@code as(%s::new)} reads it
				 */
				public final <%s> %s values(%s) {
					return new %s().of(recipe(), List.of(%s));
				}
				""".formatted(n,
				(n == 1) ? " instead of instances; {@code flat} answers its bare values" : "s instead of instances",
				parameters(n), (n == 1) ? "Name" : "Stat", bounds(n), queryset,
				each(n, (i) -> "Expression<? super T, %s> %s".formatted(type(i), name(i))), queryset,
				each(n, TypedColumns::name));
	}

	private static String parameters(int n) {
		return IntStream.range(0, n)
			.mapToObj((i) -> " * @param %s the %scolumn\n".formatted(name(i), (n == 1) ? "" : PLACES.get(i) + " "))
			.collect(Collectors.joining());
	}

	private static String bounds(int n) {
		return each(n, (i) -> type(i) + " extends @Nullable Object");
	}

	private static String each(int n, IntFunction<String> text) {
		return IntStream.range(0, n).mapToObj(text).collect(Collectors.joining(", "));
	}

	private static String type(int i) {
		return String.valueOf((char) ('A' + i));
	}

	private static String name(int i) {
		return String.valueOf((char) ('a' + i));
	}

}
