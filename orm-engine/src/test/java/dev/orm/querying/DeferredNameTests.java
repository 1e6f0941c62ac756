package dev.orm.querying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Product;
import dev.orm.error.FieldDoesNotExistException;
import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Q;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.acceptance.shop.ProductPath.PRODUCT;
import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Expressions.exists;
import static dev.orm.expression.Expressions.filteredRelation;
import static dev.orm.expression.Expressions.subquery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A name given to only() or defer() that is no field is refused before anything is sent,
 * whatever else the queryset does and however it is read.
 */
class DeferredNameTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	/** An operation after the names are given, and a way to read. */
	record Combination(String operation, Function<QuerySet<Product>, QuerySet<Product>> then, String terminal,
			Consumer<QuerySet<Product>> read) {

		@Override
		public String toString() {
			return this.operation + ", " + this.terminal;
		}

	}

	private static Map<String, Function<QuerySet<Product>, QuerySet<Product>>> operations() {
		Map<String, Function<QuerySet<Product>, QuerySet<Product>>> operations = new LinkedHashMap<>();
		operations.put("alone", (query) -> query);
		operations.put("annotate", (query) -> query.annotate("n", count("reviews")));
		operations.put("alias", (query) -> query.alias("n", count("reviews")).filter("n__gte", 0));
		operations.put("selectRelated", (query) -> query.selectRelated("category"));
		operations.put("prefetchRelated", (query) -> query.prefetchRelated("reviews"));
		operations.put("distinct", (query) -> query.distinct());
		operations.put("orderBy", (query) -> query.orderBy("category__name"));
		operations.put("slice", (query) -> query.slice(0, 2));
		operations.put("none", (query) -> query.none());
		operations.put("empty in", (query) -> query.filter("pk__in", List.of()));
		operations.put("union", (query) -> query.orderBy().union(products.orderBy()));
		operations.put("member of a union", (query) -> products.orderBy().union(query.orderBy()));
		operations.put("or", (query) -> query.or(products.filter("id", 1)));
		operations.put("right of or", (query) -> products.filter("id", 1).or(query));
		operations.put("right of and", (query) -> products.filter("id", 1).and(query));
		operations.put("right of xor, empty", (query) -> products.none().xor(query));
		operations.put("in", (query) -> products.filter("pk__in", query));
		operations.put("in exists", (query) -> products.filter(exists(query)));
		operations.put("in a subquery", (query) -> products.annotate("s", subquery(query.values("name").slice(0, 1))));
		operations.put("only after", (query) -> query.only("name"));
		operations.put("defer after", (query) -> query.defer("name"));
		operations.put("cleared", (query) -> query.deferNothing());
		return operations;
	}

	private static Map<String, Consumer<QuerySet<Product>>> terminals() {
		Map<String, Consumer<QuerySet<Product>>> terminals = new LinkedHashMap<>();
		terminals.put("list", (query) -> query.list());
		terminals.put("count", (query) -> query.count());
		terminals.put("exists", (query) -> query.exists());
		terminals.put("first", (query) -> query.first());
		terminals.put("at", (query) -> query.at(0));
		terminals.put("forEach", (query) -> query.forEach((product) -> {
		}));
		terminals.put("stream", (query) -> query.stream().forEach((product) -> {
		}));
		terminals.put("aggregate", (query) -> query.aggregate(max("id").as("m")));
		terminals.put("explain", (query) -> query.explain());
		terminals.put("toSql", (query) -> query.toSql());
		terminals.put("values", (query) -> query.values("name").list());
		terminals.put("flat", (query) -> query.flat("name").count());
		return terminals;
	}

	private static Map<String, Consumer<QuerySet<Product>>> terminalsOfPlainQueries() {
		Map<String, Consumer<QuerySet<Product>>> terminals = new LinkedHashMap<>();
		terminals.put("get", (query) -> query.get("id", 1));
		terminals.put("last", (query) -> query.last());
		terminals.put("latest", (query) -> query.latest("id"));
		terminals.put("earliest", (query) -> query.earliest("id"));
		terminals.put("inBulk", (query) -> query.inBulk(List.of(1L)));
		terminals.put("contains", (query) -> query.contains(product()));
		terminals.put("update", (query) -> query.update("name", "x"));
		terminals.put("delete", (query) -> query.filter("id", -1).delete());
		terminals.put("dates", (query) -> query.datetimes("createdAt", "year", false, null).list());
		terminals.put("getOrCreate", (query) -> query.getOrCreate(PRODUCT.name.is("none")));
		return terminals;
	}

	private static Product product() {
		return products.get("id", 1);
	}

	static Stream<Combination> combinations() {
		List<Combination> all = new ArrayList<>();
		operations().forEach((operation, then) -> terminals()
			.forEach((terminal, read) -> all.add(new Combination(operation, then, terminal, read))));
		terminalsOfPlainQueries()
			.forEach((terminal, read) -> all.add(new Combination("alone", (query) -> query, terminal, read)));
		return all.stream();
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void anUnknownNameIsRefusedBeforeAnythingIsSent(Combination combination) {
		product();
		for (QuerySet<Product> query : List.of(products.only("nope"), products.defer("nope"),
				products.only("category__nope"), products.defer("name", "category__nope"))) {
			try (QueryLog log = QueryLog.start()) {
				assertThatExceptionOfType(FieldDoesNotExistException.class)
					.isThrownBy(() -> combination.read().accept(combination.then().apply(query)))
					.withMessageContaining("has no field named 'nope'")
					.withMessageContaining("Choices: ");
				assertThat(log.statements()).filteredOn((sql) -> !sql.contains("\"id\" = ")).isEmpty();
			}
		}
	}

	@Test
	void aNameBehindAFieldIsRefused() {
		for (QuerySet<Product> query : List.of(products.only("name__nope"), products.defer("name__nope"),
				products.defer("name__"))) {
			assertThatExceptionOfType(FieldException.class).isThrownBy(query::list)
				.withMessageContaining("Product.name is no relation");
		}
	}

	@Test
	void theKeyGoesByItsNameButInOnly() {
		assertThat(products.only("pk").list()).hasSize(10);
		assertThat(products.only("id").list()).hasSize(10);
		assertThat(products.defer("id").list()).hasSize(10);
		for (QuerySet<Product> query : List.of(products.defer("pk"), products.only("category__pk"),
				products.defer("category__pk"), products.only("pk__nope"), products.only(""),
				products.defer("__name"))) {
			assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(query::list);
		}
	}

	@Test
	void theKeyMayBeDeferredWhereItMeansNothing() {
		assertThat(products.only("name").defer("pk").list()).hasSize(10);
		assertThat(products.defer("name", "pk").only("price").list()).hasSize(10);
		assertThatExceptionOfType(FieldDoesNotExistException.class)
			.isThrownBy(() -> products.only("name").defer("name", "pk").list());
	}

	@Test
	void relationsMayBeNamed() {
		for (String name : List.of("reviews", "reviews__rating", "tags", "tags__name", "category", "categoryId",
				"category__id", "category__name")) {
			assertThat(products.defer(name).list()).hasSize(10);
			assertThat(products.only(name).list()).hasSize(10);
		}
	}

	@Test
	void aFilteredRelationMayBeDeferredThroughButNotLoadedAlone() {
		QuerySet<Product> with = products.all()
			.annotate("good", filteredRelation("reviews", Q.of("reviews__rating__gte", 4)));
		assertThat(with.defer("good__rating").list()).hasSize(10);
		assertThat(products.defer("good__rating")
			.annotate("good", filteredRelation("reviews", Q.of("reviews__rating__gte", 4)))
			.list()).hasSize(10);
		assertThatExceptionOfType(FieldDoesNotExistException.class).isThrownBy(with.defer("good__nope")::list);
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(with.only("good__rating")::list)
			.withMessageContaining("only() is not supported with FilteredRelation");
	}

}
