package dev.orm.lookup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.orm.sql.Sql;
import dev.orm.test.SqlProbe;
import dev.orm.test.TestDatabase;
import dev.orm.type.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Lookups into JSON documents, arrays and ranges. */
class StructureLookupTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(LookupProbe.SCHEMA);

	private final LookupProbe samples = new LookupProbe(database);

	@Test
	void keysOfADocumentAreBoundAndNeverWritten() {
		Sql condition = LookupProbe.condition("doc__specs__weight", 1.5);
		assertThat(SqlProbe.text(condition)).isEqualTo("(\"t\".\"doc\" #> ?::text[]) = ?");
		assertThat(this.samples.ids("doc__specs__weight", 1.5)).containsExactly(1L);
		assertThat(this.samples.ids("doc__color", "Red")).containsExactly(1L);
		assertThat(this.samples.ids("doc__tags__0", "a")).containsExactly(1L);
		assertThat(this.samples.ids("doc__size__gt", 3)).containsExactly(2L);
		assertThat(this.samples.ids("doc__size__in", Arrays.asList(3, 7, null))).containsExactly(1L);
		assertThat(this.samples.ids("doc__size__range", List.of(5, 20))).containsExactly(2L);
	}

	@Test
	void jsonNullIsNotNull() {
		assertThat(this.samples.ids("doc", null)).containsExactly(3L);
		assertThat(this.samples.ids("doc__isnull", true)).containsExactly(4L);
		assertThat(this.samples.ids("doc__color", null)).containsExactly(2L);
		assertThat(this.samples.ids("doc__color__isnull", false)).containsExactly(1L, 2L);
		assertThat(this.samples.ids("doc__color__iexact", null)).containsExactly(3L, 4L);
	}

	@Test
	void textLookupsReadTheTextOfAKey() {
		assertThat(this.samples.ids("doc__color__iexact", "RED")).containsExactly(1L);
		assertThat(this.samples.ids("doc__color__startswith", "R")).containsExactly(1L);
		assertThat(this.samples.ids("doc__color__icontains", "e")).containsExactly(1L);
		assertThat(this.samples.ids("doc__size__regex", "^1")).containsExactly(2L);
		assertThat(this.samples
			.values(JsonKeys.text(JsonKeys.follow(JsonKeys.follow(LookupProbe.column("doc"), "tags"), "1"))))
			.containsExactly("b", null, null, null);
	}

	@Test
	void documentsAreTestedForKeysAndParts() {
		assertThat(this.samples.ids("doc__has_key", "tags")).containsExactly(1L);
		assertThat(this.samples.ids("doc__has_keys", List.of("color", "size"))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("doc__has_any_keys", List.of("tags", "nope"))).containsExactly(1L);
		assertThat(this.samples.ids("doc__specs__has_key", "weight")).containsExactly(1L);
		assertThat(this.samples.ids("doc__contains", Map.of("size", 10))).containsExactly(2L);
		assertThat(this.samples.ids("doc__tags__contains", "a")).containsExactly(1L);
		assertThat(this.samples.ids("doc__size__contained_by", 3)).containsExactly(1L);
		assertThat(this.samples.ids("doc__specs", Map.of("weight", 1.5))).containsExactly(1L);
	}

	@Test
	void arraysAreComparedAsSets() {
		assertThat(this.samples.ids("words__contains", List.of("a"))).containsExactly(1L, 3L);
		assertThat(this.samples.ids("words__contained_by", List.of("a", "b", "z"))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("words__overlap", List.of("c", "b"))).containsExactly(1L, 3L);
		assertThat(this.samples.ids("words", List.of("a", "b"))).containsExactly(1L);
		assertThat(this.samples.ids("scores__overlap",
				new Operand.Items(
						List.of(new Operand.Value(-1, 5, null), new Operand.Expression(LookupProbe.column("count"))))))
			.containsExactly(2L);
	}

	@Test
	void elementsAndSlicesOfArraysCountFromZero() {
		assertThat(this.samples.ids("words__len", 0)).containsExactly(2L);
		assertThat(this.samples.ids("scores__0", 5)).containsExactly(2L);
		assertThat(this.samples.ids("scores__0_2", List.of(1, 2))).containsExactly(1L);
		assertThat(this.samples.ids("matrix__0__1", 2)).containsExactly(1L);
		assertThat(this.samples.ids("words__0__iexact", "A")).containsExactly(1L, 3L);
	}

	@Test
	void rangesAreComparedWithRangesAndValues() {
		assertThat(this.samples.ids("span__contains", 5)).containsExactly(1L, 2L);
		assertThat(this.samples.ids("span__contains", Range.closedOpen(1, 3))).containsExactly(1L);
		assertThat(this.samples.ids("span__contained_by", Range.closedOpen(0, 20))).containsExactly(1L, 3L);
		assertThat(this.samples.ids("span__overlap", List.of(9, 12))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("span__fully_gt", Range.closedOpen(null, 1))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("span__not_gt", Range.closedOpen(0, 10))).containsExactly(1L);
		assertThat(this.samples.ids("period__contains", Instant.parse("2024-01-10T00:00:00Z"))).containsExactly(1L, 2L);
		assertThat(this.samples.ids("days__contains", LocalDate.of(2024, 1, 5))).containsExactly(1L);
		assertThat(this.samples.ids("span", Range.closedOpen(1, 10))).containsExactly(1L);
	}

	@Test
	void boundsAndFlagsOfRangesAreTransforms() {
		assertThat(this.samples.ids("span__startswith", 1)).containsExactly(1L);
		assertThat(this.samples.ids("span__endswith__gte", 10)).containsExactly(1L);
		assertThat(this.samples.ids("span__isempty", true)).containsExactly(3L);
		assertThat(this.samples.ids("span__upper_inf", true)).containsExactly(2L);
		assertThat(this.samples.ids("period__lower_inf", true)).containsExactly(2L);
		assertThat(this.samples.ids("span__lower_inc", true)).containsExactly(1L, 2L);
	}

	@Test
	void valuesMayLieInARange() {
		assertThat(this.samples.ids("small__contained_by", List.of(1, 2))).containsExactly(1L);
		assertThat(this.samples.ids("ratio__contained_by", Range.closed(2, 3))).containsExactly(2L);
		assertThat(this.samples.ids("day__contained_by", Range.closedOpen(null, LocalDate.of(2024, 1, 1))))
			.containsExactly(1L);
		assertThat(
				this.samples.ids("moment__contained_by", Range.closedOpen(Instant.parse("2024-01-01T00:00:00Z"), null)))
			.containsExactly(2L, 3L);
	}

}
