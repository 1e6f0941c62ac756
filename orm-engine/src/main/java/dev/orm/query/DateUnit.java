package dev.orm.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.UnknownName;

/** What {@code dates} and {@code datetimes} cut values down to. */
public enum DateUnit {

	/** The first of January. */
	YEAR,
	/** The first of the month. */
	MONTH,
	/** Monday. */
	WEEK,
	/** Midnight. */
	DAY,
	/** The full hour; of instants only, as all below. */
	HOUR,
	/** The full minute. */
	MINUTE,
	/** The full second. */
	SECOND;

	/**
	 * Return the unit of a kind.
	 * @param kind the kind, as {@link #kind} has it
	 * @param datetimes whether instants are cut, not dates
	 * @return the unit
	 * @throws QueryValueException if there is none of that kind for them
	 */
	public static DateUnit of(String kind, boolean datetimes) {
		List<DateUnit> units = Arrays.stream(values()).filter((unit) -> datetimes || unit.isOfDates()).toList();
		return units.stream()
			.filter((unit) -> unit.kind().equals(kind))
			.findFirst()
			.orElseThrow(() -> new QueryValueException(
					"The kind of %s is not '%s'.".formatted(datetimes ? "datetimes" : "dates", kind),
					UnknownName.of("", kind, units.stream().map(DateUnit::kind).toList())));
	}

	private boolean isOfDates() {
		return compareTo(DAY) <= 0;
	}

	/**
	 * Return the kind Django and the database know it by.
	 * @return such as {@code year}
	 */
	public String kind() {
		return name().toLowerCase(Locale.ROOT);
	}

}
