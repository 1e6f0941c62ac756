package dev.orm.lookup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.sql.Sql;
import dev.orm.sql.Truth;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StandardLookupTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(LookupProbe.SCHEMA);

	private final LookupProbe samples = new LookupProbe(database);

	@Test
	void equalityAndOrderCompareAnyType() {
		assertThat(this.samples.ids("name", "Alpha")).containsExactly(1L);
		assertThat(this.samples.ids("count__gt", 10)).containsExactly(2L);
		assertThat(this.samples.ids("count__gte", 10L)).containsExactly(1L, 2L);
		assertThat(this.samples.ids("amount__lt", new BigDecimal("2"))).containsExactly(1L, 3L);
		assertThat(this.samples.ids("amount__lte", 1.5)).containsExactly(1L, 3L);
		assertThat(this.samples.ids("ratio", Double.NaN)).containsExactly(3L);
		assertThat(this.samples.ids("count__exact", "10")).containsExactly(1L);
	}

	@Test
	void equalityWithNullAsksForNullAndOtherLookupsRefuseIt() {
		assertThat(this.samples.ids("name", null)).containsExactly(4L);
		assertThat(this.samples.ids("name__iexact", null)).containsExactly(4L);
		for (String lookup : List.of("gt", "lte", "icontains", "regex", "in")) {
			assertThatExceptionOfType(QueryValueException.class)
				.isThrownBy(() -> LookupProbe.condition("name__" + lookup, (Object) null))
				.withMessageContaining("Cannot use null as a query value");
		}
	}

	@Test
	void isnullTakesBooleansOnly() {
		assertThat(this.samples.ids("name__isnull", true)).containsExactly(4L);
		assertThat(this.samples.ids("name__isnull", false)).containsExactly(1L, 2L, 3L);
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> LookupProbe.condition("name__isnull", 1));
	}

	@Test
	void aBooleanColumnIsItsOwnCondition() {
		assertThat(SqlProbe.text(LookupProbe.condition("flag", true))).isEqualTo("\"t\".\"flag\"");
		assertThat(this.samples.ids("flag", false)).containsExactly(2L);
	}

	@Test
	void membershipIgnoresNullsAndDuplicates() {
		assertThat(this.samples.ids("name__in", Arrays.asList("Alpha", null, "Alpha", "x"))).containsExactly(1L);
		assertThat(this.samples.ids("amount__in", List.of(1.5, new BigDecimal("2.5")))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("moment__in", List.of("2024-01-01T05:00:00Z"))).containsExactly(2L);
		assertThat(this.samples.ids("scores__in", List.of(List.of(5), List.of(1, 2, 3)))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("address__in", List.of("10.0.0.2"))).containsExactly(2L);
	}

	@Test
	void membershipInNothingNeedsNoQuery() {
		assertThat(LookupProbe.condition("name__in", List.of())).isEqualTo(falsehood());
		assertThat(LookupProbe.condition("name__in", Collections.singletonList(null))).isEqualTo(falsehood());
	}

	@Test
	void membershipDropsWhatTheColumnCannotHold() {
		assertThat(this.samples.ids("small__in", List.of(1, 70000))).containsExactly(1L);
		assertThat(this.samples.ids("big__in", List.of(new BigInteger("99999999999999999999"), 200)))
			.containsExactly(2L);
	}

	@Test
	void oneTextServesListsOfAnyLength() {
		assertThat(SqlProbe.text(LookupProbe.condition("id__in", List.of(1L))))
			.isEqualTo(SqlProbe.text(LookupProbe.condition("id__in", List.of(1L, 2L, 3L))));
	}

	@Test
	void membershipTakesExpressionsAmongItsItems() {
		Operand items = new Operand.Items(List.of(new Operand.Value(-1, 7, null), new Operand.Value(-1, null, null),
				new Operand.Expression(LookupProbe.column("count"))));
		assertThat(this.samples.ids("count__in", items)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void integersTheColumnCannotHoldDecideWithoutAQuery() {
		assertThat(LookupProbe.condition("small", 40000)).isEqualTo(falsehood());
		assertThat(LookupProbe.condition("small__gt", 40000)).isEqualTo(falsehood());
		assertThat(LookupProbe.condition("small__lt", 40000)).isEqualTo(truth());
		assertThat(LookupProbe.condition("count__gte", -3000000000L)).isEqualTo(truth());
		assertThat(LookupProbe.condition("count__lte", -3000000000L)).isEqualTo(falsehood());
		assertThat(LookupProbe.condition("big__lt", new BigInteger("99999999999999999999"))).isEqualTo(truth());
	}

	@Test
	void floatsAgainstIntegersRoundUpForGteAndLtAndAreCutOtherwise() {
		assertThat(this.samples.ids("count__lt", 19.2)).containsExactly(1L, 3L);
		assertThat(this.samples.ids("count__gte", 10.1)).containsExactly(2L);
		assertThat(this.samples.ids("count", 10.9)).containsExactly(1L);
		assertThat(this.samples.ids("count__lte", 10.9)).containsExactly(1L, 3L);
		assertThat(this.samples.ids("count__gt", 1e30)).isEmpty();
	}

	@Test
	void rangesIncludeBothEnds() {
		assertThat(this.samples.ids("count__range", List.of(10, 20))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("small__range", List.of(2, 70000))).containsExactly(2L);
		assertThat(this.samples.ids("day__range", List.of("2024-01-01", "2024-12-31"))).containsExactly(2L, 3L);
		assertThat(this.samples.ids("amount__range", List.of(1, 2))).containsExactly(1L);
		Operand columns = new Operand.Items(
				List.of(new Operand.Value(-1, 0, null), new Operand.Expression(LookupProbe.column("big"))));
		assertThat(this.samples.ids("count__range", columns)).containsExactly(1L, 2L);
	}

	@Test
	void valuesThatDoNotConvertAreRefusedBeforeTheStatement() {
		assertThatExceptionOfType(ValueConversionException.class).isThrownBy(() -> this.samples.ids("count", "ten"));
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.ids("day", "yesterday"));
	}

	@Test
	void namesOfAColumnAreSuggested() {
		assertThat(LookupRegistry.standard().names(LookupProbe.column("moment")))
			.contains("exact", "year", "date", "in")
			.doesNotContain("overlap", "has_key");
		assertThat(LookupRegistry.standard().names(LookupProbe.column("day"))).doesNotContain("hour", "date");
	}

	private static Sql truth() {
		return new Truth(true, LookupProbe.type("flag"));
	}

	private static Sql falsehood() {
		return new Truth(false, LookupProbe.type("flag"));
	}

}
