package dev.orm.attack;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import dev.orm.Manager;
import dev.orm.attack.Sample.Values;
import dev.orm.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Puts the edges of each type through each door that takes a value: what comes back is
 * what went in, to the microsecond and the declared scale, or it was refused.
 */
final class ExtremeValueAttack implements Attack {

	@Override
	public String name() {
		return "extreme values through every door";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = TestDatabase.create(Sample.SCHEMA)) {
			Manager<Values> values = Sample.orm(database.dataSource()).manager(Values.class);
			do {
				Extremes.values()
					.forEach((attribute, extremes) -> extremes
						.forEach((value) -> attack(values, attribute, value, ledger)));
				database.truncate("attack_values");
			}
			while (!until.isOver());
			if (database.connectionsInUse() != 0) {
				ledger.problem(database.connectionsInUse() + " connections were never given back");
			}
		}
	}

	/** A way for a value to go in; it answers what comes back. */
	private interface Door extends Callable<@Nullable Object> {

	}

	private static void attack(Manager<Values> values, String attribute, Object value, Ledger ledger) {
		Map<String, Boolean> taken = new LinkedHashMap<>();
		doors(values, attribute, value).forEach((name, door) -> {
			ledger.operation();
			String what = "%s of %s = %.60s".formatted(name, attribute, text(value));
			try {
				Object back = door.call();
				taken.put(name, true);
				if (!same(attribute, value, back)) {
					ledger.problem(what + " came back as %.60s".formatted(text(back)));
				}
			}
			catch (DataAccessException ex) {
				taken.put(name, false);
				ledger.fault();
			}
			catch (Exception ex) {
				ledger.problem(what + ": %.200s".formatted(ex));
			}
		});
		if (taken.containsValue(true) && taken.containsValue(false)) {
			ledger.problem("%s = %.60s is taken by some doors only: %s".formatted(attribute, text(value), taken));
		}
	}

	private static Map<String, Door> doors(Manager<Values> values, String attribute, Object value) {
		Map<String, Door> doors = new LinkedHashMap<>();
		doors.put("save", () -> read(values, values.save(with(attribute, value)), attribute));
		doors.put("create", () -> read(values, values.create(Map.of(attribute, value)), attribute));
		doors.put("bulkCreate",
				() -> read(values, values.bulkCreate(List.of(with(attribute, value), new Values())).get(0), attribute));
		doors.put("update", () -> {
			Values row = values.save(new Values());
			values.filter("pk", row.id).update(attribute, value);
			return read(values, row, attribute);
		});
		doors.put("bulkUpdate", () -> {
			Values row = values.save(new Values());
			set(row, attribute, value);
			values.bulkUpdate(List.of(row), attribute);
			return read(values, row, attribute);
		});
		doors.put("save again", () -> {
			Values row = values.save(with(attribute, value));
			Values read = values.get("pk", row.id);
			read.flag = (read.flag == null) ? Boolean.TRUE : read.flag;
			values.save(read);
			return read(values, row, attribute);
		});
		doors.put("flat", () -> {
			Values row = values.save(with(attribute, value));
			return values.filter("pk", row.id).flat(attribute).list().get(0);
		});
		if (isFound(attribute, value)) {
			doors.put("filter", () -> found(values, attribute, value, attribute, value));
			doors.put("in", () -> found(values, attribute, value, attribute + "__in", List.of(value)));
		}
		return doors;
	}

	/** Documents are not compared, and what was rounded is no longer the value. */
	private static boolean isFound(String attribute, Object value) {
		return !attribute.equals("doc") && !(attribute.equals("price") && ((BigDecimal) value).scale() > 2)
				&& !Double.valueOf(Double.NaN).equals(value);
	}

	private static @Nullable Object found(Manager<Values> values, String attribute, Object value, String path,
			Object operand) {
		Values row = values.save(with(attribute, value));
		if (!values.filter("pk", row.id).filter(path, operand).exists()) {
			throw new IllegalStateException("not found again");
		}
		return stored(value);
	}

	private static @Nullable Object read(Manager<Values> values, Values row, String attribute) throws Exception {
		return field(attribute).get(values.get("pk", row.id));
	}

	private static Values with(String attribute, Object value) {
		Values row = new Values();
		set(row, attribute, value);
		return row;
	}

	private static void set(Values row, String attribute, Object value) {
		try {
			field(attribute).set(row, value);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Field field(String attribute) throws NoSuchFieldException {
		return Values.class.getDeclaredField(attribute);
	}

	private static boolean same(String attribute, Object value, @Nullable Object back) {
		if (back == null) {
			return false;
		}
		if (value instanceof BigDecimal number) {
			BigDecimal stored = attribute.equals("price") ? number.setScale(2, java.math.RoundingMode.HALF_UP) : number;
			return stored.compareTo((BigDecimal) back) == 0;
		}
		if (value instanceof byte[] bytes) {
			return Arrays.equals(bytes, (back instanceof byte[] others) ? others : null);
		}
		if (attribute.equals("span") || attribute.equals("period") || attribute.equals("doc")) {
			return true;
		}
		Object moment = (back instanceof OffsetDateTime offset) ? offset.toInstant() : back;
		// the ends of the time line stand for infinity
		return Objects.equals(stored(value), moment) || Objects.equals(value, back);
	}

	/** What a column that counts microseconds holds of a value. */
	private static Object stored(Object value) {
		if (value instanceof OffsetDateTime moment) {
			return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof Instant moment) {
			return moment.truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof LocalDateTime moment) {
			return moment.truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof LocalTime time) {
			return time.truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof Duration duration) {
			long nanos = duration.getNano() / 1000 * 1000L;
			return Duration.ofSeconds(duration.getSeconds(), nanos);
		}
		return value;
	}

	private static String text(@Nullable Object value) {
		return (value instanceof byte[] bytes) ? "bytes " + bytes.length : String.valueOf(value);
	}

}
