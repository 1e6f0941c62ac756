package dev.orm.type;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.error.ValueConversionException;
import dev.orm.expression.F;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.row.StoredValueException;
import dev.orm.test.TestDatabase;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.orm.expression.Aggregates.avg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * A binary number is read off a wider column only if it would be written back as it was.
 */
class HeldNumberTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create("""
			CREATE TABLE figure (id bigint PRIMARY KEY, name text, ratio real, narrow double precision,
				plain numeric NOT NULL DEFAULT 0, narrows double precision[], wide numeric,
				wider numeric NOT NULL DEFAULT 0, whole bigint, exact integer, price numeric)""");

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(List.of(Figure.class)).build();

	private final Manager<Figure> figures = this.orm.manager(Figure.class);

	@BeforeEach
	void empty() {
		database.execute("TRUNCATE figure");
	}

	private void stored(String values) {
		database.execute("INSERT INTO figure (id, " + values);
	}

	private StoredValueException unreadable() {
		return catchThrowableOfType(StoredValueException.class, () -> this.figures.get("id", 7));
	}

	@Test
	void aFloatHoldsNoMoreThanItsDigits() {
		stored("narrow) VALUES (7, 0.1)");
		assertThat(unreadable()).hasMessageContaining("Column figure.narrow of the row with key 7")
			.hasMessageContaining("not a valid real")
			.hasMessageNotContaining("0.1");
		database.execute("UPDATE figure SET narrow = 1e300");
		assertThat(unreadable()).hasMessageContaining("Column figure.narrow");
		database.execute("UPDATE figure SET narrow = 0.5, plain = 0.123456789");
		assertThat(unreadable()).hasMessageContaining("Column figure.plain");
		database.execute("UPDATE figure SET plain = 0.1, ratio = 0.1, narrows = '{0.5,NULL,0.1}'");
		assertThat(unreadable()).hasMessageContaining("Column figure.narrows");
		database.execute("UPDATE figure SET narrows = '{0.5,NULL,NaN}'");
		Figure figure = this.figures.get("id", 7);
		assertThat(figure.narrow).isEqualTo(0.5f);
		assertThat(figure.plain).isEqualTo(0.1f);
		assertThat(figure.ratio).isEqualTo(0.1f);
		assertThat(figure.narrows).containsExactly(0.5f, null, Float.NaN);
		this.figures.save(figure);
		assertThat(this.figures.raw("SELECT * FROM figure WHERE narrow = 0.5 AND plain = 0.1 AND ratio = 0.1::real")
			.list()).hasSize(1);
	}

	/** PostgreSQL makes a numeric of a double by its first 15 digits. */
	@ParameterizedTest
	@ValueSource(strings = { "wide) VALUES (7, 1234567890123456)", "wide) VALUES (7, 0.1234567890123456789)",
			"wide) VALUES (7, 1e400)", "wide) VALUES (7, 1e-400)", "wider) VALUES (7, 12345678901234.567)",
			"whole) VALUES (7, 9007199254740993)", "plain) VALUES (7, 1234567)" })
	void aBinaryNumberHoldsNoMoreDigitsThanComeBack(String values) {
		stored(values);
		assertThat(unreadable()).hasMessageContaining("of the row with key 7").hasMessageNotContaining("123");
	}

	@Test
	void aDoubleReadOffANumericIsWrittenBackAsItWas() {
		String values = "(7, 123456.789012345, 0.1, 9007199254740992, 123456)";
		stored("wide, wider, whole, plain) VALUES " + values);
		Figure figure = this.figures.get("id", 7);
		assertThat(figure.wide).isEqualTo(123456.789012345);
		figure.name = "changed";
		this.figures.save(figure);
		this.figures.bulkUpdate(List.of(figure), "wide", "wider", "plain");
		assertThat(this.figures.raw("SELECT * FROM figure WHERE (id, wide, wider, whole, plain) = " + values).list())
			.hasSize(1);
		database.execute("UPDATE figure SET wide = 'NaN', wider = 'Infinity'");
		assertThat(this.figures.get("id", 7).wide).isNaN();
		assertThat(this.figures.get("id", 7).wider).isInfinite();
	}

	@Test
	void manyWholeNumbersAreWrittenAsOneIs() {
		stored("whole) VALUES (7, 1)");
		Figure figure = this.figures.get("id", 7);
		figure.whole = 9007199254740992.0;
		assertThat(this.figures.bulkUpdate(List.of(figure), "whole")).isEqualTo(1);
		Figure more = new Figure();
		more.id = 8L;
		more.whole = 12.0;
		this.figures.bulkCreate(List.of(more));
		assertThat(this.orm.sql("SELECT whole FROM figure ORDER BY id").flat(Long.class))
			.containsExactly(9007199254740992L, 12L);
		assertThat(this.figures.filter("whole__in", List.of(12.0)).count()).isOne();
	}

	/** PostgreSQL would round it. */
	@ParameterizedTest
	@ValueSource(doubles = { 2.5, -0.1, Double.NaN, Double.POSITIVE_INFINITY })
	void aColumnOfWholeNumbersIsGivenNoFraction(double value) {
		stored("whole) VALUES (7, 1)");
		Figure figure = this.figures.get("id", 7);
		figure.whole = value;
		Figure more = new Figure();
		more.id = 8L;
		more.whole = value;
		List<ThrowingCallable> writes = List.of(() -> this.figures.save(figure), () -> this.figures.save(more),
				() -> this.figures.bulkUpdate(List.of(figure), "whole"), () -> this.figures.bulkCreate(List.of(more)),
				() -> this.figures.bulkCreate(List.of(more), BulkCreateOptions::copying),
				() -> this.figures.all().update(Map.of("whole", value)));
		assertThat(writes)
			.allSatisfy((write) -> assertThatExceptionOfType(ValueConversionException.class).isThrownBy(write)
				.withMessageContaining("whole")
				.withMessageContaining("is not a valid bigint"));
		assertThat(this.orm.sql("SELECT whole FROM figure").flat(Long.class)).containsExactly(1L);
	}

	@Test
	void aColumnOfWholeNumbersIsGivenThemWithoutAPoint() {
		Figure figure = new Figure();
		figure.id = 7L;
		figure.whole = 0.0;
		figure.exact = new BigDecimal("12.00");
		this.figures.bulkCreate(List.of(figure));
		assertThat(this.figures.filter("whole", 0).filter("exact", 12).count()).isOne();
		figure.exact = new BigDecimal("12.50");
		assertThatExceptionOfType(ValueConversionException.class).isThrownBy(() -> this.figures.save(figure))
			.withMessageContaining("'12.50' is not a valid integer");
	}

	@Test
	void aFractionIsStillComparedWithWholeNumbers() {
		stored("whole) VALUES (7, 2)");
		assertThat(this.figures.filter("whole__lt", 2.5).count()).isOne();
		assertThat(this.figures.filter("whole__gt", 1.5).count()).isOne();
		assertThat(this.figures.filter("whole__gt", 2.5).count()).isZero();
		assertThat(this.figures.get("id", 7).whole).isEqualTo(2.0);
	}

	@Test
	void aComputedDoubleComesAsNearAsItGets() {
		stored("price) VALUES (7, 0.12345678901234567890)");
		assertThat(this.figures.aggregate(avg(F.of("price", BigDecimal.class), Double.class)))
			.isEqualTo(0.12345678901234568);
	}

	@Table(name = "figure")
	static class Figure extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		Long id;

		@Nullable String name;

		@Nullable Float ratio;

		@Column(type = "double precision")
		@Nullable Float narrow;

		@Column(type = "numeric")
		float plain;

		@Column(type = "double precision[]")
		@Nullable List<Float> narrows;

		@Column(type = "numeric")
		@Nullable Double wide;

		/** Nobody says what the column is. */
		double wider;

		@Column(type = "bigint")
		@Nullable Double whole;

		@Column(type = "integer")
		@Nullable BigDecimal exact;

		@Nullable BigDecimal price;

	}

}
