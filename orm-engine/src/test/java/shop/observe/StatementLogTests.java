package shop.observe;

import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.OrmBuilder;
import dev.orm.acceptance.shop.Product;
import dev.orm.observe.CallSite;
import dev.orm.observe.QueryListener;
import dev.orm.observe.SlowStatements;
import dev.orm.observe.SqlLog;
import dev.orm.observe.StatementStatistics;
import dev.orm.observe.StatementStatistics.Order;
import dev.orm.test.LogLines;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is logged and listed of statements: texts, places and sums, and no values. */
class StatementLogTests {

	private static final String SECRET = "4711-secret-0815";

	private static final Duration AT_ONCE = Duration.ofNanos(1);

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	@RegisterExtension
	final LogLines log = LogLines.of(SqlLog.LOGGER);

	private static Manager<Product> products(QueryListener... listeners) {
		OrmBuilder builder = Shop.builder(database);
		for (QueryListener listener : listeners) {
			builder.listener(listener);
		}
		Orm orm = builder.build();
		return orm.manager(Product.class);
	}

	@Test
	void aSlowStatementIsLoggedWithItsPlaceAndTheTypesOfItsValues() {
		SlowStatements slow = new SlowStatements(AT_ONCE);

		products(slow).filter("name", SECRET).filter("id", 7).list();

		assertThat(this.log.messages()).singleElement()
			.asString()
			.matches("\\d+ ms \\(limit 0\\) 0 rows default/primary StatementLogTests\\."
					+ "aSlowStatementIsLoggedWithItsPlaceAndTheTypesOfItsValues:\\d+ SELECT .*")
			.endsWith(" [varchar(16), bigint]");
		assertThat(slow.last()).singleElement()
			.satisfies((statement) -> assertThat(statement.site()).startsWith("shop.observe.StatementLogTests.aSlow"));
		assertThat(slow.count()).isOne();
	}

	@Test
	void aFastOneIsNotAndZeroLogsNone() {
		products(new SlowStatements(Duration.ofMinutes(1)), new SlowStatements(Duration.ZERO)).count();

		assertThat(this.log.messages()).isEmpty();
	}

	@Test
	void eachModelHasALoggerOfItsOwn() {
		Logger ofModel = (Logger) LoggerFactory.getLogger(SqlLog.LOGGER + ".Product");
		ofModel.setLevel(Level.DEBUG);
		try {
			products(new SqlLog((table) -> "Product", true, false)).filter("name", SECRET).count();
		}
		finally {
			ofModel.setLevel(null);
		}

		assertThat(this.log.messages()).singleElement()
			.asString()
			.startsWith("SELECT COUNT(*) ")
			.contains(" [varchar(16)] [")
			.contains(" ms, 1 rows, default/primary, StatementLogTests.eachModelHasALoggerOfItsOwn:");
	}

	@Test
	void valuesAreShownAtTraceWhereTheApplicationSaysSo() {
		this.log.logger().setLevel(Level.TRACE);
		products(new SqlLog((table) -> "Product", false, true)).filter("name", SECRET).count();
		assertThat(this.log.messages()).singleElement().asString().contains("[" + SECRET + "]");

		this.log.logger().setLevel(Level.DEBUG);
		this.log.clear();
		products(new SqlLog((table) -> "Product", false, true)).filter("name", SECRET).count();
		assertThat(this.log.messages()).singleElement().asString().doesNotContain(SECRET);

		this.log.logger().setLevel(Level.TRACE);
		this.log.clear();
		products(new SqlLog((table) -> "Product", false, false)).filter("name", SECRET).count();
		assertThat(this.log.messages()).singleElement().asString().doesNotContain(SECRET);
	}

	@Test
	void statementsAreListedWithSumsNamesAndPlaces() {
		StatementStatistics statistics = new StatementStatistics();
		Manager<Product> products = products(statistics);
		// tag::named[]
		products.named("catalogue.page").filter("name", SECRET).list();
		// end::named[]
		products.filter("name", SECRET).list();
		products.count();

		assertThat(statistics.top(Order.CALLS, 10, null)).hasSize(2).first().satisfies((statement) -> {
			assertThat(statement.calls()).isEqualTo(2);
			assertThat(statement.name()).isEqualTo("catalogue.page");
			assertThat(statement.sites()).hasSize(1)
				.allMatch((site) -> site.startsWith("shop.observe.StatementLogTests.statementsAreListed"));
			assertThat(statement.targets()).containsEntry("primary", 2L);
			assertThat(statistics.find(statement.id())).isNotNull();
		});
		assertThat(statistics.top(Order.TOTAL, 1, "default")).hasSize(1);
		assertThat(statistics.top(Order.TOTAL, 1, "other")).isEmpty();
		assertThat(statistics.top(Order.MAX, 10, null).toString()).doesNotContain(SECRET);
		statistics.clear();
		assertThat(statistics.top(Order.MEAN, 10, null)).isEmpty();
	}

	@Test
	void aLambdaIsOfTheMethodAroundIt() {
		List<CallSite> found = List.of(1).stream().map((one) -> CallSite.find()).toList();

		assertThat(found).singleElement()
			.satisfies((site) -> assertThat(site.name()).isEqualTo("StatementLogTests.aLambdaIsOfTheMethodAroundIt"));
	}

}
