package dev.orm.lookup;

import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Objects;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.function.YearExtract;
import dev.orm.sql.Sql;
import dev.orm.sql.ValueTest;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.type.Conversion;
import dev.orm.type.Kind;
import dev.orm.type.ValueType;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a year with a value, as bounds on the date or instant itself. Django's
 * {@code YearLookup}.
 *
 * @param name the lookup
 * @param year the year
 */
record YearLookup(String name, YearExtract year) implements Lookup {

	private static final LocalTime LAST_MOMENT = LocalTime.of(23, 59, 59, 999_999_000);

	private static final int MAX_YEAR = 9999;

	@Override
	public Sql apply(Sql left, Operand right) {
		if (!(right instanceof Operand.Value value) || value.value() == null || value.type() != null) {
			return this.name.equals("exact") ? StandardLookups.exact(left, right)
					: StandardLookups.order(this.name, left, right);
		}
		Sql source = this.year.source();
		return switch (this.name) {
			case "gt" -> Operands.compare(BuiltInOperator.GREATER, source, bound(value, false));
			case "gte" -> Operands.compare(BuiltInOperator.GREATER_OR_EQUAL, source, bound(value, true));
			case "lt" -> Operands.compare(BuiltInOperator.LESS, source, bound(value, true));
			case "lte" -> Operands.compare(BuiltInOperator.LESS_OR_EQUAL, source, bound(value, false));
			default -> new ValueTest.Between(source, bound(value, true), bound(value, false));
		};
	}

	private Sql bound(Operand.Value value, boolean first) {
		Kind kind = this.year.source().type().kind();
		Conversion bound = (given) -> bound(kind, date(toYear(given), first), first);
		ValueType type = (kind == Kind.DATE) ? ValueTypes.DATE : this.year.source().type();
		return Operands.parameter(value, type, bound);
	}

	private int toYear(@Nullable Object given) {
		RoundingMode mode = this.name.equals("gte") || this.name.equals("lt") ? RoundingMode.CEILING
				: RoundingMode.DOWN;
		Object number = IntegerOperands.isWhole(given) ? Objects.requireNonNull(given)
				: IntegerOperands.toLong(Objects.requireNonNull(given), mode);
		long value = ((Number) number).longValue();
		if (value < 1 || value > MAX_YEAR || IntegerOperands.side(Kind.BIGINT, number) != 0) {
			throw new QueryValueException("Year %s is out of range (1 to %d)".formatted(given, MAX_YEAR),
					Subject.ofArgument(this.name))
				.of(given);
		}
		return (int) value;
	}

	private LocalDate date(int value, boolean first) {
		if (!this.year.iso()) {
			return first ? LocalDate.of(value, 1, 1) : LocalDate.of(value, 12, 31);
		}
		return first ? firstOfIsoYear(value) : firstOfIsoYear(value + 1).minusDays(1);
	}

	private static LocalDate firstOfIsoYear(int value) {
		// the fourth of January is always in the first week
		return LocalDate.of(value, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1).with(DayOfWeek.MONDAY);
	}

	private Object bound(Kind kind, LocalDate date, boolean first) {
		if (kind == Kind.DATE) {
			return date;
		}
		LocalDateTime moment = date.atTime(first ? LocalTime.MIN : LAST_MOMENT);
		ZoneId zone = this.year.zone().orElse(ZoneOffset.UTC);
		return (kind == Kind.DATETIME) ? moment.atZone(zone).toInstant() : moment;
	}

}
