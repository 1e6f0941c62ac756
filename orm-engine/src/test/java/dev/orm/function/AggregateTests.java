package dev.orm.function;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.IllegalQueryException;
import dev.orm.error.QueryValueException;
import dev.orm.sql.AggregateCall;
import dev.orm.sql.Column;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.WindowCall;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.function.FunctionProbe.aggregate;
import static dev.orm.function.FunctionProbe.call;
import static dev.orm.function.FunctionProbe.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AggregateTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(FunctionProbe.SCHEMA);

	private final SqlProbe probe = new SqlProbe(database, "sample");

	@Test
	void sumsAndAveragesHaveDjangosTypes() {
		assertThat(ask(aggregate("Sum", column("count")))).isEqualTo(17L);
		assertThat(ask(aggregate("Sum", column("amount")))).isEqualTo(new BigDecimal("3.75"));
		assertThat(ask(aggregate("Sum", column("length")))).isEqualTo(Duration.ofDays(2).plusSeconds(90));
		assertThat(ask(aggregate("Avg", column("count")))).isEqualTo(8.5);
		assertThat((BigDecimal) ask(aggregate("Avg", column("amount")))).isEqualByComparingTo("1.875");
		assertThat(ask(aggregate("Max", column("small")))).isEqualTo((short) 2);
		assertThat(ask(aggregate("StdDev", column("count")))).isEqualTo(1.5);
		assertThat(ask(aggregate("Variance", Map.of("sample", true), column("count")))).isEqualTo(4.5);
	}

	@Test
	void countsAreZeroForNoRows() {
		Sql star = aggregate("Count", Column.All.ofRows());
		assertThat(ask(star)).isEqualTo(3L);
		assertThat(ask(aggregate("Count", column("title")))).isEqualTo(2L);
		assertThat(((AggregateCall) star).emptyValue()).isEqualTo(0L);
		assertThat(((AggregateCall) aggregate("Sum", column("count"))).emptyValue()).isNull();
	}

	@Test
	void filtersOrderingsAndDuplicatesAreWritten() {
		AggregateRequest request = new AggregateRequest("StringAgg", List.of(column("title")), true, column("flag"),
				List.of(SortTerm.descending(column("title"))), Map.of("delimiter", ", "), null);
		assertThat(SqlProbe.text(AggregateRegistry.standard().create(request))).isEqualTo(
				"STRING_AGG(DISTINCT \"t\".\"title\", ?::text ORDER BY \"t\".\"title\" DESC) FILTER (WHERE \"t\".\"flag\")");
		assertThat(ask(aggregate("StringAgg", column("title"), "; "))).isEqualTo("Alpha; Beta");
	}

	@Test
	void valuesAreCollected() {
		assertThat(ask(aggregate("ArrayAgg", column("title")))).isEqualTo(Arrays.asList("Alpha", "Beta", null));
		assertThat(ask(aggregate("ArrayAgg", call("TruncDay", column("moment")))))
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.hasSize(3);
		assertThat(ask(aggregate("JSONBAgg", column("count")))).hasToString("[7,10,null]");
		assertThat(ask(aggregate("BoolOr", column("flag")))).isEqualTo(true);
		assertThat(ask(aggregate("BoolAnd", column("flag")))).isEqualTo(false);
		assertThat(ask(aggregate("BitXor", column("count")))).isEqualTo(13);
		assertThat(ask(aggregate("AnyValue", column("flag")))).isNotNull();
	}

	@Test
	void pairsHaveStatistics() {
		assertThat(ask(aggregate("RegrSlope", column("count"), column("ratio")))).isEqualTo(3.0);
		assertThat(ask(aggregate("Corr", column("count"), column("ratio")))).isEqualTo(1.0);
		assertThat(ask(aggregate("RegrCount", column("count"), column("ratio")))).isEqualTo(2L);
		assertThat(ask(aggregate("CovarPop", Map.of("sample", true), column("count"), column("ratio")))).isEqualTo(1.5);
		assertThat(ask(aggregate("RegrSXX", column("count"), column("ratio")))).isEqualTo(0.5);
	}

	@Test
	void whatAnAggregateDoesNotTakeIsRefused() {
		assertThatExceptionOfType(IllegalQueryException.class).isThrownBy(() -> AggregateRegistry.standard()
			.create(new AggregateRequest("Max", List.of(column("count")), true, null, List.of(), Map.of(), null)));
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> AggregateRegistry.standard()
			.create(new AggregateRequest("Count", List.of(Column.All.ofRows()), false, column("flag"), List.of(),
					Map.of(), null)));
		assertThatExceptionOfType(FieldException.class).isThrownBy(() -> aggregate("Summ", column("count")));
		assertThatExceptionOfType(FieldException.class)
			.isThrownBy(() -> aggregate("Avg", Map.of("keep_class", true), column("count")))
			.withMessageContaining("Double.class");
	}

	@Test
	void sumsKeepTheClassWhereTheCallerWasPromisedIt() {
		assertThat(ask(aggregate("Sum", Map.of("keep_class", true), column("count")))).isEqualTo(17);
	}

	@Test
	void windowFunctionsLookAtOtherRows() {
		List<Sql> order = List.of(SortTerm.ascending(column("id")));
		assertThat(over(call("Lag", Map.of("offset", 1), null, column("count"), -1L), order)).containsExactly(-1, 7,
				10);
		assertThat(over(call("Lead", column("amount")), order)).containsExactly(new BigDecimal("2.25"), null, null);
		assertThat(over(call("RowNumber"), order)).containsExactly(1L, 2L, 3L);
		assertThat(over(call("Ntile", Map.of("num_buckets", 2), null), order)).containsExactly(1, 1, 2);
		assertThat(over(call("NthValue", Map.of("nth", 2), null, column("title")), order)).containsExactly(null, "Beta",
				"Beta");
		assertThat(over(call("CumeDist"), order).get(2)).isEqualTo(1.0);
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> call("Lag", Map.of("offset", 0), null, column("count")));
	}

	private List<@Nullable Object> over(Sql function, List<Sql> order) {
		return this.probe.values(new WindowCall(function, List.of(), order, null, function.type()));
	}

	private @Nullable Object ask(Sql aggregate) {
		return this.probe.aggregate(aggregate);
	}

}
