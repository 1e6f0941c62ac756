package dev.orm.hostile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.CommonTable;
import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.Paginator;
import dev.orm.Prefetch;
import dev.orm.acceptance.shop.Article;
import dev.orm.acceptance.shop.Category;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.expression.AggregateExpression;
import dev.orm.expression.F;
import dev.orm.expression.node.Atom;
import dev.orm.load.Explain;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.aggregate;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Expressions.function;
import static dev.orm.expression.Expressions.raw;
import static dev.orm.expression.functions.DateFunctions.extract;
import static dev.orm.expression.functions.DateFunctions.trunc;
import static dev.orm.expression.functions.Windows.over;

/**
 * The places at the edges that take a string: raw SQL, requests, cursors, common tables,
 * plans, options of functions, related rows.
 */
public final class EdgeEntryPoints {

	private static final Lookups<Product> LOOKUPS = Lookups.on(Product.class)
		.allow("name__icontains", "price__gt", "price__range", "id__in", "category__isnull")
		.allowOrdering("name", "price");

	private static final Lookups<Article> OVERLAP = Lookups.on(Article.class).allow("keywords__overlap");

	private static final Map<String, List<String>> OPTIONS = Map.of("Trunc", List.of("kind", "tz"), "Extract",
			List.of("lookup", "tz"), "Collate", List.of("collation"), "Round", List.of("precision"), "SearchVector",
			List.of("config", "weight"), "SearchQuery", List.of("config", "search_type"), "Transform", List.of("name"),
			"CommonTableColumn", List.of("table", "column"), "JSONObject", List.of("names"), "TruncDate",
			List.of("tz"));

	private final Orm orm;

	private final Manager<Product> products;

	private final Manager<Event> events;

	private final Manager<ProductMeta> metas;

	public EdgeEntryPoints(Orm orm) {
		this.orm = orm;
		this.products = orm.manager(Product.class);
		this.events = orm.manager(Event.class);
		this.metas = orm.manager(ProductMeta.class);
	}

	/** Names: none may get into a statement. */
	public Map<String, Consumer<String>> names() {
		Map<String, Consumer<String>> names = new LinkedHashMap<>();
		requests(names);
		tables(names);
		options(names);
		expressions(names);
		related(names);
		return names;
	}

	private void requests(Map<String, Consumer<String>> names) {
		names.put("parameter name", (text) -> this.products.filter(LOOKUPS.bind(Map.of(text, "1"))).list());
		names.put("parameter ordering", (text) -> this.products.orderBy(LOOKUPS.ordering(text)).list());
		names.put("parameter ordering, second",
				(text) -> this.products.orderBy(LOOKUPS.ordering("name," + text)).list());
		names.put("cursor", (text) -> this.products.orderBy("name").after(text, 3));
		names.put("page number", (text) -> Paginator.of(this.products.orderBy("id"), 3).page(text));
		names.put("latest of two", (text) -> this.products.latest("name", text));
		names.put("keyset ordering", (text) -> this.products.orderBy(text).after(null, 3));
		names.put("dates kind of path", (text) -> this.events.dates("startsAt", text, true).list());
		names.put("datetimes kind", (text) -> this.events.datetimes("startsAt", text, true, null).list());
		names.put("values of names", (text) -> this.products.values("id", text).list());
		names.put("values list", (text) -> this.products.valuesList("id", text).list());
		names.put("complex filter", (text) -> this.products.get(Map.of("id", 1, text, 2)));
	}

	private void tables(Map<String, Consumer<String>> names) {
		names.put("common table", (text) -> {
			CommonTable table = CommonTable.of(text, this.products.values("id"));
			this.products.all().with(table).join(table, PRODUCT.id, "id").list();
		});
		names.put("recursive table", (text) -> {
			CommonTable table = CommonTable.recursive(text, this.products.values("id"),
					(self) -> this.products.all().join(self, PRODUCT.id, "id").values("id"));
			this.products.all().with(table).join(table, PRODUCT.id, "id").list();
		});
		names.put("column of a common table", (text) -> {
			CommonTable table = CommonTable.of("t", this.products.values("id"));
			this.products.all().with(table).join(table, PRODUCT.id, text).list();
		});
		names.put("value of a common table", (text) -> {
			CommonTable table = CommonTable.of("t", this.products.values("id"));
			this.products.all()
				.with(table)
				.join(table, PRODUCT.id, "id")
				.annotate("x", table.column(text, Long.class))
				.list();
		});
	}

	private void options(Map<String, Consumer<String>> names) {
		names.put("plan format", (text) -> this.products.all().explain(Explain.text().in(text)));
		names.put("plan option", (text) -> this.products.all().explain(Explain.text().with(text, true)));
		names.put("plan made by hand", (text) -> this.products.all().explain(new Explain("TEXT", List.of(text))));
		OPTIONS.forEach((function, options) -> {
			for (String option : options) {
				names.put("option %s of %s".formatted(option, function),
						(text) -> this.events
							.annotate("x", function(function, F.of(column(function))).option(option, text))
							.list());
			}
		});
		names.put("option of an aggregate", (text) -> this.products.aggregate(Map.of("x",
				AggregateExpression.<Product, Object>of("Sum", List.of(PRODUCT.price.node())).option(text, text))));
		for (String option : List.of("weights", "normalization")) {
			names.put("option %s of a rank".formatted(option),
					(text) -> this.events.annotate("x", function("SearchRank", F.of("title"), "a").option(option, text))
						.list());
		}
		names.put("function of a window", (text) -> this.products.annotate("x", over(function(text))).list());
	}

	private void expressions(Map<String, Consumer<String>> names) {
		names.put("transform", (text) -> this.products.annotate("x", PRODUCT.name.transform(text)).list());
		names.put("transform of an expression",
				(text) -> this.products.filter(PRODUCT.name.lower().transform(text).eq("x")).list());
		names.put("text by name", (text) -> this.products.filter(F.text(text).icontains("x")).list());
		names.put("class by name", (text) -> this.products.orderBy(F.of(text, Long.class)).list());
		names.put("slice by name", (text) -> this.products.annotate("x", F.slice(text, 1)).list());
		names.put("aggregate by name", (text) -> this.products.aggregate(aggregate(text, PRODUCT.price).as("x")));
		names.put("ordering of an aggregate",
				(text) -> this.products.aggregate(stringAgg(F.text("name"), ",").orderBy(text).as("x")));
		names.put("partition by name",
				(text) -> this.products.annotate("x", over(function("Rank")).partitionBy(text).orderBy("id")).list());
		names.put("ordering of a window",
				(text) -> this.products.annotate("x", over(function("Rank")).orderBy("-" + text)).list());
		names.put("part", (text) -> this.events.annotate("x", extract(text, F.of("startsAt"))).list());
		names.put("kind", (text) -> this.events.annotate("x", trunc(text, F.of("startsAt"))).list());
	}

	private static String column(String function) {
		return switch (function) {
			case "Round" -> "amount";
			case "Collate", "SearchVector", "SearchQuery" -> "title";
			default -> "startsAt";
		};
	}

	private void related(Map<String, Consumer<String>> names) {
		names.put("database", (text) -> this.orm.manager(Category.class).using(text).count());
		Product saved = new Product();
		saved.setId(1L);
		names.put("update of many", (text) -> this.products.bulkUpdate(List.of(saved), text));
		names.put("raw translation",
				(text) -> this.products.raw("SELECT 1 AS id, 2 AS x").translate(Map.of("x", text)).list());
	}

	/** Values: whatever they hold, they are bound. */
	public Map<String, Consumer<String>> values() {
		Map<String, Consumer<String>> values = new LinkedHashMap<>();
		values.put("raw query",
				(text) -> this.products
					.raw("SELECT * FROM shop_product WHERE NAME=%s OR DESCRIPTION LIKE %s", text, text)
					.list());
		values.put("raw query by name",
				(text) -> this.products.raw("SELECT * FROM shop_product WHERE NAME=%(wanted)s", Map.of("wanted", text))
					.list());
		values.put("raw fragment", (text) -> this.products.annotate("x", raw("LOWER(%s)", text)).list());
		values.put("raw condition",
				(text) -> this.products.annotate("x", raw("%s LIKE '%%' || %s", PRODUCT.name, text)).list());
		for (String parameter : List.of("name__icontains", "price__gt", "price__range", "id__in", "category__isnull")) {
			values.put("parameter " + parameter, (text) -> this.products.filter(parameters(parameter, text)).list());
		}
		values.put("parameter keywords__overlap",
				(text) -> this.orm.manager(Article.class)
					.filter(OVERLAP.bind(Map.of("keywords__overlap", text)))
					.list());
		values.put("function argument", (text) -> this.products.annotate("x", function("Upper", text)).list());
		values.put("json path", (text) -> this.metas.filter("metadata__has_any_keys", List.of(text, "a")).list());
		values.put("json key of a key", (text) -> this.metas.filter("metadata__a__has_key", text).list());
		values.put("value of a case",
				(text) -> this.products.annotate("x", function("Coalesce", F.of("description"), text))
					.filter("x", text)
					.list());
		// as in Django, a path is followed once there are rows to follow it from
		values.put("prefetch", (text) -> this.products.prefetchRelated(text).list());
		values.put("prefetch below", (text) -> this.products.prefetchRelated("reviews__" + text).list());
		values.put("prefetched name", (text) -> this.products.prefetchRelated(Prefetch.of("reviews").to(text)).list());
		values.put("list of texts", (text) -> this.products.filter("name__in", Arrays.asList(text, null, text)).list());
		values.put("expression lookup",
				(text) -> this.products.filter(PRODUCT.name.lower().lookup("contains", new Atom.Literal(text, null)))
					.list());
		return values;
	}

	private static dev.orm.expression.Condition<Product> parameters(String parameter, String text) {
		Map<String, String> parameters = new HashMap<>();
		parameters.put(parameter, text);
		parameters.put("name__icontains", null);
		parameters.put(parameter, text);
		return LOOKUPS.bind(parameters);
	}

}
