package dev.orm.querying;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.QuerySet;
import dev.orm.acceptance.shop.Product;
import dev.orm.error.FieldException;
import dev.orm.expression.Expression;
import dev.orm.expression.Expressions;
import dev.orm.expression.F;
import dev.orm.expression.NumberExpression;
import dev.orm.expression.Q;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import dev.orm.type.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.expression.Aggregates.count;
import static dev.orm.expression.Aggregates.max;
import static dev.orm.expression.Expressions.caseWhen;
import static dev.orm.expression.Expressions.function;
import static dev.orm.expression.Expressions.raw;
import static dev.orm.expression.Expressions.subquery;
import static dev.orm.expression.Expressions.value;
import static dev.orm.expression.Expressions.wrap;
import static dev.orm.expression.Functions.coalesce;
import static dev.orm.expression.functions.Windows.over;
import static dev.orm.expression.functions.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Expressions whose parts have types that do not go together. Django's
 * {@code _resolve_output_field}, asked for by Django 5.2 on PostgreSQL: a CASE names its
 * type wherever it is written, other expressions where their value is taken.
 */
class MixedTypeTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<Product> products = orm.manager(Product.class);

	/** A use of an expression, and whether it takes its value. */
	record Use(String name, boolean takes, Function<Expression<Model, Object>, Object> query) {

		@Override
		public String toString() {
			return this.name;
		}

	}

	private static Use taking(String name, Function<Expression<Model, Object>, Object> query) {
		return new Use(name, true, query);
	}

	private static Use writing(String name, Function<Expression<Model, Object>, Object> query) {
		return new Use(name, false, query);
	}

	static Stream<Use> uses() {
		return Stream
			.of(taking("annotate", (mixed) -> with(mixed).list()),
					taking("values", (mixed) -> with(mixed).values("x").list()),
					taking("distinct count", (mixed) -> with(mixed).distinct().count()),
					taking("group", (mixed) -> with(mixed).values("x").annotate("n", count("id")).count()),
					taking("reference", (mixed) -> hidden(mixed).annotate("y", F.of("x")).list()),
					taking("upper", (mixed) -> products.annotate("y", function("Upper", mixed)).list()),
					taking("max", (mixed) -> products.aggregate(max(mixed).as("m"))),
					taking("max of it", (mixed) -> with(mixed).aggregate(max("x").as("m"))),
					taking("filter", (mixed) -> hidden(mixed).filter("x", "a").list()),
					taking("isnull", (mixed) -> hidden(mixed).filter("x__isnull", true).list()),
					taking("coalesce", (mixed) -> products.annotate("y", coalesce(mixed, value("a"))).list()),
					taking("case",
							(mixed) -> products.annotate("y", caseWhen(Q.of("id", 1), mixed).otherwise("a")).list()),
					taking("plus", (mixed) -> hidden(mixed).annotate("y", F.of("x").plus(1)).list()),
					taking("in", (mixed) -> products.filter("name__in", with(mixed).values("x")).list()),
					taking("subquery",
							(mixed) -> products.annotate("y", subquery(with(mixed).values("x").slice(0, 1))).list()),
					writing("order", (mixed) -> products.orderBy(mixed.asc()).list()),
					writing("order by name", (mixed) -> hidden(mixed).orderBy("x").list()),
					writing("update", (mixed) -> products.update("name", mixed)),
					writing("length", (mixed) -> products.annotate("y", function("Length", mixed)).list()),
					writing("wrap", (mixed) -> products.annotate("y", wrapped(mixed)).list()),
					writing("count", (mixed) -> products.aggregate(count(
							mixed)
						.as("n"))),
					writing("annotated count", (mixed) -> products.annotate("n", count(mixed)).list()),
					writing("compared", (mixed) -> products.filter("name", mixed).list()),
					writing("compared in an update", (mixed) -> products.filter("name", mixed).update("name", "x")),
					writing("typed case",
							(mixed) -> products
								.annotate("y", caseWhen(Q.of("id", 1), mixed).otherwise("a").typed(ValueTypes.TEXT))
								.list()),
					writing("window", (mixed) -> products.annotate("y", over(rowNumber()).orderBy(mixed.asc())).list()),
					writing("partition",
							(mixed) -> products.annotate("y", over(rowNumber()).partitionBy(mixed)).list()));
	}

	private static QuerySet<Product> with(Expression<Model, Object> mixed) {
		return products.orderBy().annotate("x", mixed);
	}

	private static QuerySet<Product> hidden(Expression<Model, Object> mixed) {
		return products.alias("x", mixed);
	}

	private static NumberExpression<Model, Object> wrapped(Expression<Model, Object> mixed) {
		return wrap(mixed, ValueTypes.TEXT);
	}

	private static Expression<Model, Object> chosen(String first, String second) {
		return caseWhen(Q.of("id", 1), F.of(first)).otherwise(F.of(second));
	}

	@ParameterizedTest
	@MethodSource("uses")
	void aChoiceOfMixedTypesIsRefusedWhereverItIsWritten(Use use) {
		for (Expression<Model, Object> mixed : List.of(chosen("stockQuantity", "name"), chosen("description", "name"),
				chosen("price", "id"), chosen("createdAt", "isActive"))) {
			refused(use, mixed);
		}
	}

	@ParameterizedTest
	@MethodSource("uses")
	void otherMixedExpressionsAreRefusedWhereTheirValueIsTaken(Use use) {
		Expression<Model, Object> mixed = coalesce(F.of("description"), F.of("name"));
		Expression<Model, Object> decided = caseWhen(Q.of("id__in", List.of()), F.of("description"))
			.otherwise(F.of("name"));
		if (use.takes()) {
			refused(use, mixed);
			refused(use, decided);
			return;
		}
		assertThat(use.query().apply(mixed)).isNotNull();
		assertThat(use.query().apply(decided)).isNotNull();
	}

	private static void refused(Use use, Expression<Model, Object> mixed) {
		try (QueryLog log = QueryLog.start()) {
			assertThatExceptionOfType(FieldException.class).isThrownBy(() -> use.query().apply(mixed))
				.withMessageContaining("Expression contains mixed types: ")
				.withMessageContaining("You must set output_field")
				.withMessageContaining("hint: ");
			assertThat(log.count()).isZero();
		}
	}

	@Test
	void sqlWithoutATypeIsCalculatedWithWhereNoTypeIsNeeded() {
		for (NumberExpression<Model, Object> sum : List.of(F.of("stockQuantity").plus(raw("1.5")),
				F.of("name").plus(raw("'a'")), F.of("createdAt").minus(raw("interval '1 day'")),
				Expressions.<Model, Object>raw("1").plus(raw("2")))) {
			assertThatExceptionOfType(FieldException.class).isThrownBy(() -> with(sum).list())
				.withMessageContaining("Cannot infer type of ")
				.withMessageContaining("unknown. You must set output_field.");
		}
		assertThat(products.filter("price__lt", F.of("price").plus(raw("1.5"))).count()).isEqualTo(10);
		assertThat(with(F.of("price").minus(raw(ValueTypes.DECIMAL, "price"))).flat("x").list()).hasSize(10)
			.allMatch((difference) -> ((BigDecimal) difference).signum() == 0);
		NumberExpression<Model, Object> one = Expressions.<Model, Object>raw("1").plus(raw("0"));
		assertThat(with(wrap(one, ValueTypes.INTEGER)).flat("x").list()).hasSize(10).containsOnly(1);
	}

	@Test
	void whatIsNotReadIsNotRefused() {
		Expression<Model, Object> mixed = chosen("stockQuantity", "name");
		assertThat(with(mixed).count()).isEqualTo(10);
		assertThat(with(mixed).exists()).isTrue();
		assertThat(hidden(mixed).list()).hasSize(10);
	}

	@Test
	void aChoiceWithATypeIsAnswered() {
		assertThat(products
			.annotate("x", caseWhen(Q.of("id", 1), F.of("description")).otherwise(F.of("name")).typed(ValueTypes.TEXT))
			.list()).hasSize(10);
	}

}
