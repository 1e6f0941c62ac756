package dev.orm.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.orm.Lookups;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Json;
import dev.orm.annotation.Table;
import dev.orm.codec.Numerals;
import dev.orm.error.QueryValueException;
import dev.orm.error.ValueConversionException;
import dev.orm.error.ValueOutOfRangeException;
import dev.orm.model.Model;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a column or an attribute cannot hold is refused, in words and before it does harm:
 * nothing is rounded, replaced or written back changed.
 */
class RefusalTests {

	private static final String HALF = "a\uD83D";

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create("""
				CREATE TABLE sample (id bigint PRIMARY KEY, name text, price numeric, count numeric, total numeric, ratio real,
					measure double precision, flag integer NOT NULL DEFAULT 1, status text, length interval, labels text[],
					grid integer[], document jsonb, day date, free time, stay tstzrange)""");

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(List.of(Sample.class)).build();

	private final Manager<Sample> samples = this.orm.manager(Sample.class);

	@BeforeEach
	void empty() {
		database.execute("TRUNCATE sample");
	}

	private Sample sample(Consumer<Sample> change) {
		Sample sample = new Sample();
		sample.id = 1L;
		sample.flag = 1;
		change.accept(sample);
		return sample;
	}

	private void refuses(String attribute, String message, Consumer<Sample> change) {
		refuses(attribute, message, () -> this.samples.save(sample(change)));
		refuses(attribute, message, () -> this.samples.bulkCreate(List.of(sample((sample) -> {
		}), sample(change))));
		assertThat(this.samples.count()).isZero();
		Sample stored = this.samples.save(sample((sample) -> {
		}));
		change.accept(stored);
		refuses(attribute, message, () -> this.samples.save(stored));
		refuses(attribute, message, () -> this.samples.bulkUpdate(List.of(stored), attribute));
		empty();
	}

	private static void refuses(String attribute, String message, ThrowingCallable write) {
		assertThatExceptionOfType(ValueConversionException.class).isThrownBy(write)
			.withMessageStartingWith("Sample." + attribute + ": ")
			.withMessageContaining(message)
			.satisfies((ex) -> assertThat(List.of(ex.model(), ex.attribute())).containsExactly("Sample", attribute));
	}

	@Test
	void aNumberBeyondWhatANumericHoldsIsRefused() {
		refuses("price", "out of range for numeric", (sample) -> sample.price = new BigDecimal("1e131072"));
		refuses("price", "out of range for numeric", (sample) -> sample.price = new BigDecimal("1e-16384"));
		refuses("total", "out of range for numeric", (sample) -> sample.total = BigInteger.TEN.pow(131_072));
		assertThatExceptionOfType(ValueOutOfRangeException.class)
			.isThrownBy(() -> this.samples.filter("price__lt", new BigDecimal("1e131072")).count());
		this.samples.save(sample((sample) -> sample.price = new BigDecimal("1e131071")));
		assertThat(this.samples.filter("price", new BigDecimal("1e131071")).count()).isEqualTo(1);
	}

	@ParameterizedTest
	@Timeout(10)
	@ValueSource(strings = { "1e100000000", "1e-100000000", "1e1000000000", "-1e2147483647", "1e-2147483647",
			"0e1000000000" })
	void noTextOfAFewCharactersBurnsACore(String number) {
		String[] names = { "id", "id__in", "price__lt", "total__gt", "flag__gte", "ratio__lt", "labels__len",
				"measure__gt" };
		Lookups<Sample> lookups = Lookups.on(Sample.class).allow(names);
		for (String name : names) {
			try {
				this.samples.filter(lookups.bind(Map.of(name, List.of(number)))).count();
			}
			catch (ValueConversionException | QueryValueException ex) {
				assertThat(ex.getMessage()).hasSizeLessThan(400);
			}
		}
		BigDecimal huge = number.contains("2147483647") ? BigDecimal.ONE : new BigDecimal(number);
		for (String name : List.of("id", "id__lt", "price__lt", "total__gt", "flag__gte", "ratio__lt", "measure__gt")) {
			try {
				this.samples.filter(name, huge).count();
			}
			catch (ValueConversionException ex) {
				assertThat(ex.getMessage()).hasSizeLessThan(400);
			}
		}
	}

	@Test
	@Timeout(20)
	void manyDigitsAreReadAndRefusedWithoutComputingThem() {
		String digits = "9".repeat(131_000);
		BigDecimal number = Numerals.parse(digits);
		for (int i = 0; i < 5; i++) {
			assertThat(Numerals.parse(digits)).isEqualTo(number);
			assertThatExceptionOfType(ValueConversionException.class)
				.isThrownBy(() -> this.samples.create(Map.of("flag", number)))
				.withMessageContaining("a number of some 131000 digits");
			assertThat(this.samples.filter("id", digits).count()).isZero();
		}
		for (String text : List.of("-" + "12".repeat(2_000), "+0." + "7".repeat(3_000), "1".repeat(3_000) + "e-2500",
				"00" + "1.5".concat("0".repeat(3_000)) + "E3")) {
			assertThat(Numerals.parse(text)).isEqualTo(new BigDecimal(text));
		}
		for (String text : List.of("1".repeat(3_000) + "x", "-".repeat(3_000), "1." + "1.".repeat(2_000),
				"1".repeat(3_000) + "e", "1".repeat(3_000) + "e1e1")) {
			assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Numerals.parse(text));
		}
	}

	@Test
	@Timeout(10)
	void aCursorMadeUpByAStrangerBurnsNoCore() {
		String cursor = encode("=" + encode("1e1000000000") + ".=" + encode("1e1000000000"));
		assertThatThrownBy(() -> this.samples.all().orderBy("price", "id").after(cursor, 5))
			.isInstanceOfAny(ValueConversionException.class, QueryValueException.class);
	}

	private static String encode(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void aNumberThatOnlyIsTooLargeIsNotInfinite() {
		assertThatExceptionOfType(ValueOutOfRangeException.class)
			.isThrownBy(() -> this.samples.filter("measure__gt", new BigDecimal("1e400")).count());
		assertThatExceptionOfType(ValueOutOfRangeException.class)
			.isThrownBy(() -> this.samples.filter("ratio__gt", 1e39).count());
		assertThat(this.samples.filter("measure__lt", Double.POSITIVE_INFINITY).count()).isZero();
	}

	@Test
	void halfOfACharacterIsRefusedEverywhere() {
		refuses("name", "half of a surrogate pair", (sample) -> sample.name = HALF);
		refuses("labels", "half of a surrogate pair", (sample) -> sample.labels = List.of("ok", HALF));
		refuses("document", "half of a surrogate pair", (sample) -> sample.document = Map.of("k", HALF));
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("name", HALF).count());
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("name__icontains", HALF).count());
		this.samples.save(sample((sample) -> sample.name = "a\uD83D\uDE00"));
		assertThat(this.samples.get("id", 1).name).isEqualTo("a\uD83D\uDE00");
	}

	@Test
	void nestedListsMustBeRectangular() {
		refuses("grid", "rows have 1 and 2 elements", (sample) -> sample.grid = List.of(List.of(1), List.of(1, 2)));
		refuses("grid", "a row is null", (sample) -> sample.grid = Arrays.asList(List.of(1), null));
		refuses("grid", "a row is empty", (sample) -> sample.grid = List.of(List.of()));
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("grid", List.of(List.of(1), List.of(1, 2))).count());
		this.samples.save(sample((sample) -> sample.grid = List.of(List.of(1, 2), Arrays.asList(3, null))));
		assertThat(this.samples.get("id", 1).grid).containsExactly(List.of(1, 2), Arrays.asList(3, null));
	}

	@Test
	void aDayTheDatabaseHasNoneForIsRefused() {
		refuses("day", "out of range for date", (sample) -> sample.day = LocalDate.of(6_000_000, 1, 1));
		refuses("length", "out of range for interval", (sample) -> sample.length = Duration.ofDays(3_000_000_000L));
	}

	private void stored(String values) {
		database.execute("INSERT INTO sample (id, " + values);
	}

	private StoredValueException unreadable() {
		StoredValueException[] thrown = new StoredValueException[1];
		assertThatExceptionOfType(StoredValueException.class).isThrownBy(() -> {
			try {
				this.samples.get("id", 7);
			}
			catch (StoredValueException ex) {
				thrown[0] = ex;
				throw ex;
			}
		});
		return thrown[0];
	}

	@Test
	void aStoredTextOutsideAnEnumNamesTableColumnAndKey() {
		stored("status) VALUES (7, 'secret')");
		StoredValueException refusal = unreadable();

		assertThat(refusal).hasMessage(
				"Sample.status: Column sample.status of the row with key 7 holds a value that is not a valid Status. Choices are: OPEN, DONE");
		assertThat(List.of(refusal.model(), refusal.attribute(), refusal.table(), refusal.column()))
			.containsExactly("Sample", "status", "sample", "status");
		assertThat(refusal.key()).isEqualTo("7");
		assertThat(refusal.choices()).containsExactly("OPEN", "DONE");
		assertThatExceptionOfType(StoredValueException.class).isThrownBy(() -> this.samples.flat("status").list())
			.withMessageContaining("status")
			.withMessageNotContaining("secret");
	}

	@Test
	void aFractionIsNoIntegerAndNullNoPrimitive() {
		stored("count) VALUES (7, 2.5)");
		assertThat(unreadable()).hasMessageContaining("Column sample.count of the row with key 7")
			.hasMessageContaining("not a valid integer")
			.hasMessageNotContaining("2.5");
		database.execute("ALTER TABLE sample ALTER flag DROP NOT NULL", "UPDATE sample SET count = 2, flag = NULL");
		assertThat(unreadable()).hasMessageContaining("Column sample.flag").hasMessageContaining("NULL");
		database.execute("UPDATE sample SET flag = 1", "ALTER TABLE sample ALTER flag SET NOT NULL");
		assertThat(this.samples.get("id", 7).count).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1 mon", "-2 years", "1 year 3 days" })
	void aDurationHasNoMonths(String interval) {
		stored("length) VALUES (7, '%s')".formatted(interval));
		assertThat(unreadable()).hasMessageContaining("Column sample.length of the row with key 7")
			.hasMessageContaining("duration");
	}

	@ParameterizedTest
	@ValueSource(strings = { "labels) VALUES (7, '{{a},{b}}')", "grid) VALUES (7, '{1,2}')",
			"grid) VALUES (7, '{{{1}}}')", "free) VALUES (7, '24:00')" })
	void whatAnAttributeCannotHoldIsNotReadAndSoNotWrittenBack(String values) {
		stored(values);
		assertThat(unreadable()).hasMessageContaining("of the row with key 7");
	}

	@Test
	void anInfiniteIntervalComesBackAndStaysWhatItIs() {
		stored("length) VALUES (7, 'infinity')");
		Sample sample = this.samples.get("id", 7);
		assertThat(sample.length).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
		sample.name = "changed";
		this.samples.save(sample);
		assertThat(this.samples.filter("length", sample.length).count()).isEqualTo(1);
	}

	@Test
	@Timeout(10)
	void aRangeOfManyCommasIsRefusedAtOnce() {
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("stay", "[" + ",".repeat(100_000)).count());
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("stay", "[\\").count());
	}

	@Test
	void aRefusalNamesTheAttributeOrThePath() {
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("price__gt", "abc").count())
			.withMessage("price__gt of Sample: 'abc' is not a valid decimal.")
			.satisfies((ex) -> assertThat(List.of(ex.path(), ex.model(), ex.expected())).containsExactly("price__gt",
					"Sample", "decimal"));
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("name", "x").exclude("day__in", List.of("soon")).exists())
			.withMessageStartingWith("day__in of Sample: ");
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("id", 1).update("price", "abc"))
			.withMessage("Sample.price: 'abc' is not a valid decimal.");
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.create(Map.of("price", "abc")))
			.withMessage("Sample.price: 'abc' is not a valid decimal.");
	}

	@Test
	void aRefusalWhileBindingNamesTheParameter() {
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.raw("SELECT * FROM sample WHERE id = %s AND name = %s", 1, HALF).list())
			.withMessage("Parameter 2 of the statement: A text cannot contain half of a surrogate pair (at 1).")
			.satisfies((ex) -> assertThat(ex.parameter()).isEqualTo(2));
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("flag", 1).filter("name", HALF).count())
			.withMessageStartingWith("Sample.name: ");
		assertThatExceptionOfType(ValueConversionException.class)
			.isThrownBy(() -> this.samples.filter("id", 1).update("name", HALF))
			.withMessageStartingWith("Sample.name: ");
	}

	/** A state. */
	enum Status {

		OPEN, DONE

	}

	@Table(name = "sample")
	static class Sample extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@Nullable String name;

		@Nullable BigDecimal price;

		@Nullable Integer count;

		@Nullable BigInteger total;

		@Nullable Float ratio;

		@Nullable Double measure;

		int flag;

		@Nullable Status status;

		@Nullable Duration length;

		@Nullable List<String> labels;

		@Column(type = "integer[][]")
		@Nullable List<List<Integer>> grid;

		@Json
		@Nullable Map<String, String> document;

		@Nullable LocalDate day;

		@Nullable LocalTime free;

		@Nullable Range<Instant> stay;

	}

}
