package dev.orm.hostile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.Locking;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Article;
import dev.orm.acceptance.shop.Event;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.expression.AggregateExpression;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.expression.functions.SearchFunctions;
import dev.orm.expression.functions.TextFunctions;

import static dev.orm.acceptance.shop.ArticlePath.ARTICLE;
import static dev.orm.acceptance.shop.EventPath.EVENT;
import static dev.orm.acceptance.shop.ProductMetaPath.PRODUCT_META;
import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.stringAgg;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.filteredRelation;
import static dev.orm.expression.Expressions.function;
import static dev.orm.expression.Expressions.kt;
import static dev.orm.expression.Expressions.outer;
import static dev.orm.expression.Expressions.value;
import static dev.orm.expression.Functions.collate;
import static dev.orm.expression.Functions.jsonObject;
import static dev.orm.expression.functions.DateFunctions.extract;
import static dev.orm.expression.functions.DateFunctions.trunc;

/** The places of the public API that take a string. */
public final class EntryPoints {

	private final Orm orm;

	private final Manager<Product> products;

	private final Manager<ProductMeta> metas;

	private final Manager<Article> articles;

	private final Manager<Event> events;

	public EntryPoints(Orm orm) {
		this.orm = orm;
		this.products = orm.manager(Product.class);
		this.metas = orm.manager(ProductMeta.class);
		this.articles = orm.manager(Article.class);
		this.events = orm.manager(Event.class);
	}

	/** Names: paths, lookups, aliases, functions. None may get into a statement. */
	public Map<String, Consumer<String>> names() {
		Map<String, Consumer<String>> names = new LinkedHashMap<>();
		conditions(names);
		shapes(names);
		aliases(names);
		functions(names);
		writes(names);
		return names;
	}

	private void conditions(Map<String, Consumer<String>> names) {
		names.put("filter", (text) -> this.products.filter(text, 1).list());
		names.put("filter map", (text) -> this.products.filter(Map.of(text, 1)).list());
		names.put("exclude", (text) -> this.products.exclude(text, "x").list());
		names.put("lookup after path", (text) -> this.products.filter("name__" + text, "x").list());
		names.put("lookup of column", (text) -> this.products.filter(PRODUCT.name.lookup(text, "x")).list());
		names.put("relation before path", (text) -> this.products.filter(text + "__name", "x").list());
		names.put("Q", (text) -> this.products.filter(Q.of(text, 1).or(Q.of("id", 1)).not()).count());
		names.put("F", (text) -> this.products.filter("name", F.of(text)).list());
		names.put("outer", (text) -> this.products.filter(exists(this.metas.filter("product", outer(text)))).list());
		names.put("get", (text) -> this.products.get(text, 1));
		names.put("inBulk", (text) -> this.products.all().inBulk(List.of(1), text));
	}

	private void shapes(Map<String, Consumer<String>> names) {
		names.put("orderBy", (text) -> this.products.orderBy(text).list());
		names.put("orderBy descending", (text) -> this.products.orderBy("-" + text).list());
		names.put("orderBy F", (text) -> this.products.orderBy(F.of(text).desc().nullsLast()).list());
		names.put("latest", (text) -> this.products.latest(text));
		names.put("values", (text) -> this.products.values(text).list());
		names.put("flat", (text) -> this.products.flat(text).list());
		names.put("only", (text) -> this.products.only(text).list());
		names.put("defer", (text) -> this.products.defer(text).list());
		names.put("selectRelated", (text) -> this.products.selectRelated(text).list());
		names.put("distinct", (text) -> this.products.distinct(text).list());
		names.put("dates field", (text) -> this.events.dates(text, "year", false).list());
		names.put("dates kind", (text) -> this.events.dates("day", text, false).list());
		names.put("datetimes zone", (text) -> this.events.datetimes("startsAt", "day", false, text).list());
		names.put("lock of",
				(text) -> this.orm.atomic().run(() -> this.products.selectForUpdate(Locking.rows().of(text)).list()));
		names.put("using", (text) -> this.products.using(text).list());
	}

	private void aliases(Map<String, Consumer<String>> names) {
		names.put("annotate", (text) -> this.products.annotate(text, value(1)).list());
		names.put("as", (text) -> this.products.annotate(PRODUCT.price.plus(1).as(text)).list());
		names.put("alias", (text) -> this.products.alias(text, value(1)).filter(text, 1).list());
		names.put("annotate aggregate", (text) -> this.products.annotate(text, count(PRODUCT.reviews())).list());
		names.put("aggregate", (text) -> this.products.aggregate(Map.of(text, count("reviews"))));
		names.put("values of expressions", (text) -> this.products.values(Map.of(text, PRODUCT.price)).list());
		names.put("filtered relation",
				(text) -> this.products
					.annotate(text, filteredRelation(PRODUCT.reviews(), PRODUCT.reviews().rating.gt(1)))
					.filter(text + "__rating", 3)
					.list());
		names.put("relation of filtered relation",
				(text) -> this.products.annotate("r", filteredRelation(text, Q.of("reviews__rating", 3)))
					.filter("r__id", 3)
					.list());
	}

	private void functions(Map<String, Consumer<String>> names) {
		names.put("function", (text) -> this.products.annotate("x", function(text, 1)).list());
		names.put("aggregate function",
				(text) -> this.products.aggregate(Map.of("x", AggregateExpression.of(text, List.of()))));
		names.put("count path", (text) -> this.products.annotate("x", count(text)).list());
		names.put("collate", (text) -> this.products.orderBy(collate(PRODUCT.name, text).asc()).list());
		names.put("extract",
				(text) -> this.events.annotate("x", extract(text, EVENT.startsAt, ZoneId.of("UTC"))).list());
		names.put("trunc", (text) -> this.events.annotate("x", trunc(text, EVENT.startsAt, ZoneId.of("UTC"))).list());
		names.put("search config of vector",
				(text) -> this.articles.annotate("x", SearchFunctions.searchVector(ARTICLE.title).config(text)).list());
		names.put("search config of query", (text) -> this.articles
			.annotate("x", SearchFunctions.searchRank(SearchFunctions.searchVector(ARTICLE.title),
					SearchFunctions.searchQuery("a").config(text)))
			.list());
		names.put("search type",
				(text) -> this.articles
					.filter(ARTICLE.body.lookup("search", SearchFunctions.searchQuery("a").type(text)))
					.list());
		names.put("search weight",
				(text) -> this.articles.annotate("x", SearchFunctions.searchVector(ARTICLE.title).weight(text)).list());
	}

	private void writes(Map<String, Consumer<String>> names) {
		names.put("update", (text) -> this.products.filter("id", -1).update(text, 1));
		names.put("update map", (text) -> this.products.filter("id", -1).update(Map.of(text, 1)));
	}

	/** Values: whatever they hold, they are bound. */
	public Map<String, Consumer<String>> values() {
		Map<String, Consumer<String>> values = new LinkedHashMap<>();
		for (String lookup : List.of("exact", "iexact", "contains", "icontains", "startswith", "iendswith", "gt")) {
			values.put(lookup, (text) -> this.products.filter("name__" + lookup, text).list());
		}
		values.put("in", (text) -> this.products.filter(PRODUCT.name.in(text, "a")).list());
		values.put("range", (text) -> this.products.filter(PRODUCT.name.range(text, text)).list());
		values.put("number column", (text) -> this.products.filter("price", text).list());
		values.put("key", (text) -> this.products.filter("pk", text).list());
		values.put("date column", (text) -> this.events.filter("day", text).list());
		values.put("year", (text) -> this.events.filter("day__year", text).list());
		values.put("isnull", (text) -> this.products.filter("name__isnull", text).list());
		values.put("value", (text) -> this.products.annotate("x", value(text)).list());
		values.put("concat", (text) -> this.products.annotate("x", TextFunctions.concat(PRODUCT.name, text)).list());
		values.put("delimiter", (text) -> this.products.aggregate(stringAgg(PRODUCT.name, text)));
		values.put("array element", (text) -> this.articles.filter(ARTICLE.keywords.contains(List.of(text))).list());
		values.put("document", (text) -> this.metas.filter(PRODUCT_META.metadata.contains(Map.of(text, text))).list());
		values.put("document key", (text) -> this.metas.filter(PRODUCT_META.metadata.hasKey(text)).list());
		values.put("json object name", (text) -> this.products.annotate("x", jsonObject(Map.of(text, 1))).list());
		values.put("search", (text) -> this.articles.filter(ARTICLE.body.lookup("search", text)).list());
		values.put("headline",
				(text) -> this.articles
					.annotate("x", SearchFunctions.searchHeadline(ARTICLE.body, "a").marks(text, text))
					.list());
		values.put("update value", (text) -> this.products.filter("id", -1).update("name", text));
		values.put("json key", (text) -> this.metas.filter("metadata__a__" + text, 1).list());
		values.put("json key of column", (text) -> this.metas.filter(PRODUCT_META.metadata.key(text).eq(1)).list());
		values.put("json key as text", (text) -> this.metas.annotate("x", kt("metadata__" + text)).list());
		values.put("json key in order", (text) -> this.metas.orderBy("metadata__a__" + text).list());
		values.put("json key of values", (text) -> this.metas.values("metadata__a__" + text).list());
		values.put("date value",
				(text) -> this.events.filter(EVENT.day.eq(LocalDate.EPOCH), EVENT.note.eq(text)).list());
		return values;
	}

}
