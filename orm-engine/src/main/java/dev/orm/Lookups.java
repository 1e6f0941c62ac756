package dev.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.orm.check.Problem;
import dev.orm.error.FieldException;
import dev.orm.error.OrmException;
import dev.orm.error.QueryLimitException;
import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.expression.Condition;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.OrderedPath;
import dev.orm.expression.node.Predicate;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * The lookups and orderings a request may use: everything else is refused, lists and
 * texts are capped, values are converted to the type of their column before any SQL is
 * sent. Immutable, safe to share between threads. <pre>{@code
 * static final Lookups<Product> LOOKUPS = Lookups.on(Product.class)
 *     .allow("name__icontains", "category__slug", "price__range")
 *     .allowOrdering("price", "name");
 *
 * products.filter(LOOKUPS.bind(parameters)).orderBy(LOOKUPS.ordering(sort)).list();
 * }</pre>
 *
 * @param <T> the model
 */
public final class Lookups<T extends Model> {

	private static final int MAX_ITEMS = 100;

	private static final int MAX_TEXT = 1000;

	private static final int MAX_TERMS = 20;

	private final Class<T> model;

	private final Map<String, String> lookups;

	private final Set<String> orderings;

	private final Set<String> ignored;

	private Lookups(Class<T> model, Map<String, String> lookups, Set<String> orderings, Set<String> ignored) {
		this.model = model;
		this.lookups = lookups;
		this.orderings = orderings;
		this.ignored = ignored;
	}

	/**
	 * Start with nothing allowed.
	 * @param <T> the model
	 * @param model the model
	 * @return an allow-list
	 */
	public static <T extends Model> Lookups<T> on(Class<T> model) {
		return new Lookups<>(model, Map.of(), Set.of(), Set.of());
	}

	/**
	 * Allow lookups under their own names.
	 * @param names the lookups, such as {@code name__icontains}
	 * @return an allow-list
	 */
	public Lookups<T> allow(String... names) {
		Map<String, String> more = new LinkedHashMap<>(this.lookups);
		Arrays.stream(names).forEach((name) -> more.put(name, name));
		return new Lookups<>(this.model, more, this.orderings, this.ignored);
	}

	/**
	 * Allow a lookup under the name of a request parameter.
	 * @param parameter the parameter
	 * @param lookup the lookup
	 * @return an allow-list
	 */
	public Lookups<T> allowAs(String parameter, String lookup) {
		Map<String, String> more = new LinkedHashMap<>(this.lookups);
		more.put(parameter, lookup);
		return new Lookups<>(this.model, more, this.orderings, this.ignored);
	}

	/**
	 * Allow orderings, in both directions.
	 * @param paths the paths
	 * @return an allow-list
	 */
	public Lookups<T> allowOrdering(String... paths) {
		Set<String> more = new LinkedHashSet<>(this.orderings);
		more.addAll(List.of(paths));
		return new Lookups<>(this.model, this.lookups, more, this.ignored);
	}

	/**
	 * Leave parameters alone that are none of the query's business, such as the page's
	 * number.
	 * @param parameters the parameters
	 * @return an allow-list
	 */
	public Lookups<T> ignoring(String... parameters) {
		Set<String> more = new LinkedHashSet<>(this.ignored);
		more.addAll(List.of(parameters));
		return new Lookups<>(this.model, this.lookups, this.orderings, more);
	}

	/**
	 * Return whose rows it is for.
	 * @return the model
	 */
	public Class<T> model() {
		return this.model;
	}

	/**
	 * Return the parameters a request may have.
	 * @return their names
	 */
	public List<String> parameters() {
		return List.copyOf(this.lookups.keySet());
	}

	/**
	 * Return what a request may order by.
	 * @return the paths
	 */
	public List<String> orderings() {
		return List.copyOf(this.orderings);
	}

	/**
	 * Turn request parameters into a condition. Empty values ask for nothing, as does
	 * null.
	 * @param parameters values by parameter: texts, or collections of texts
	 * @return a condition; all must hold
	 * @throws FieldException if a parameter is not allowed
	 * @throws QueryValueException if a value is too long or a list has too many items
	 */
	public Condition<T> bind(Map<String, ? extends @Nullable Object> parameters) {
		List<Node> parts = new ArrayList<>();
		parameters.forEach((name, value) -> {
			if (!this.ignored.contains(name) && value != null) {
				bind(name, value, parts);
			}
		});
		return Condition.of(new Predicate.Junction(Connector.AND, parts));
	}

	private void bind(String parameter, Object value, List<Node> parts) {
		String lookup = this.lookups.get(parameter);
		if (lookup == null) {
			String name = shortened(parameter);
			throw new FieldException(
					"The parameter '%s' is not allowed on %s.".formatted(name, this.model.getSimpleName()),
					UnknownName.of(this.model.getSimpleName(), name, this.lookups.keySet()));
		}
		List<String> texts = texts(parameter, value);
		if (!texts.isEmpty()) {
			parts.add(new Predicate.Lookup(lookup, Nodes.of(converted(parameter, lookup, texts))));
		}
	}

	private static List<String> texts(String parameter, Object value) {
		Collection<?> given = (value instanceof Collection<?> many) ? many
				: (value instanceof Object[] array) ? Arrays.asList(array) : List.of(value);
		List<String> texts = new ArrayList<>();
		for (Object item : given) {
			String text = String.valueOf(item);
			if (text.length() > MAX_TEXT) {
				throw new QueryValueException("The value of '%s' has %d characters, more than %d".formatted(parameter,
						text.length(), MAX_TEXT), Subject.ofArgument(parameter))
					.of(item);
			}
			if (!text.isBlank()) {
				texts.add(text);
			}
		}
		return texts;
	}

	private static Object converted(String parameter, String lookup, List<String> texts) {
		String name = lookup.substring(lookup.lastIndexOf("__") + 1).replaceFirst("^_", "");
		return switch (name) {
			case "in", "overlap", "has_keys", "has_any_keys" -> list(parameter, texts);
			case "range" -> bounds(parameter, list(parameter, texts));
			case "isnull" -> flag(parameter, texts.get(0));
			default -> single(parameter, texts);
		};
	}

	private static List<String> list(String parameter, List<String> texts) {
		List<String> items = (texts.size() > 1) ? texts : List.of(texts.get(0).split(",", -1));
		if (items.size() > MAX_ITEMS) {
			throw new QueryValueException(
					"The list of '%s' has %d items, more than %d".formatted(parameter, items.size(), MAX_ITEMS),
					Subject.ofArgument(parameter));
		}
		return items;
	}

	private static List<String> bounds(String parameter, List<String> items) {
		if (items.size() != 2) {
			throw new QueryValueException("'%s' takes two values, not %d".formatted(parameter, items.size()),
					Subject.ofArgument(parameter));
		}
		return items;
	}

	private static Boolean flag(String parameter, String text) {
		return switch (text) {
			case "true", "1" -> true;
			case "false", "0" -> false;
			default -> throw new QueryValueException(
					"'%s' takes true or false, not '%s'".formatted(parameter, shortened(text)),
					Subject.ofArgument(parameter))
				.of(text);
		};
	}

	private static String single(String parameter, List<String> texts) {
		if (texts.size() > 1) {
			throw new QueryValueException("'%s' takes one value, not %d".formatted(parameter, texts.size()),
					Subject.ofArgument(parameter));
		}
		return texts.get(0);
	}

	/**
	 * Turn a request's wish into an ordering.
	 * @param wish paths joined by commas, a leading minus for descending; empty for none
	 * @return the terms for {@code orderBy}
	 * @throws FieldException if a path is not allowed
	 * @throws QueryLimitException if there are more than 20
	 */
	public String[] ordering(String wish) {
		List<String> terms = new ArrayList<>();
		String[] wishes = wish.split(",", MAX_TERMS + 1);
		if (wishes.length > MAX_TERMS) {
			throw new QueryLimitException(
					"An ordering on %s may have %d terms, this one has more: %s".formatted(this.model.getSimpleName(),
							MAX_TERMS, shortened(wish)),
					MAX_TERMS, Subject.ofModel(this.model.getSimpleName()).by("ordering"));
		}
		for (String term : wishes) {
			String path = OrderedPath.of(term).path();
			if (path.isBlank()) {
				continue;
			}
			if (!this.orderings.contains(path)) {
				String name = shortened(path);
				throw new FieldException(
						"Ordering by '%s' is not allowed on %s.".formatted(name, this.model.getSimpleName()),
						UnknownName.of(this.model.getSimpleName(), name, this.orderings));
			}
			terms.add(term);
		}
		return terms.toArray(String[]::new);
	}

	/**
	 * Look for what is allowed and could never be asked: paths, lookups and orderings
	 * that the model does not have. Nothing is sent.
	 * @param orm knows the model
	 * @return an error of the id {@code lookups-path} for each
	 */
	public List<Problem> problems(Orm orm) {
		List<Problem> problems = new ArrayList<>();
		this.lookups.forEach(
				(parameter,
						lookup) -> problem(lookup, () -> orm.manager(this.model)
							.filter(Condition.of(new Predicate.Lookup(lookup, Nodes.of(sample(parameter, lookup)))))
							.toSql()).ifPresent(problems::add));
		this.orderings.forEach(
				(path) -> problem(path, () -> orm.manager(this.model).orderBy(path).toSql()).ifPresent(problems::add));
		return problems;
	}

	private static Object sample(String parameter, String lookup) {
		return converted(parameter, lookup, lookup.endsWith("__range") ? List.of("1", "1") : List.of("1"));
	}

	private Optional<Problem> problem(String allowed, Runnable compiling) {
		try {
			compiling.run();
			return Optional.empty();
		}
		catch (QueryValueException | ValueConversionException ex) {
			// the sample is no value of the column, which is there
			return Optional.empty();
		}
		catch (OrmException ex) {
			String name = this.model.getSimpleName();
			return Optional.of(Problem.error(
					"lookups-path", name, "Requests may ask for '%s' of %s, which cannot be asked. %s"
						.formatted(allowed, name, ex.getMessage()),
					"correct what Lookups.on(%s.class) allows".formatted(name)));
		}
	}

	private static String shortened(String text) {
		return (text.length() > 60) ? text.substring(0, 60) + "…" : text;
	}

}
