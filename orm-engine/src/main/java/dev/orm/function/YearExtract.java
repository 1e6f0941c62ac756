package dev.orm.function;

import java.time.ZoneId;
import java.util.Optional;

import dev.orm.sql.Sql;
import dev.orm.sql.Template;
import dev.orm.type.Kind;

/**
 * The year of an expression, taken apart again so that a comparison can use the
 * expression itself, and with it an index.
 *
 * @param source the date, or the instant
 * @param zone the zone in which an instant has the year, or empty
 * @param iso whether it is the year of the ISO week
 */
public record YearExtract(Sql source, Optional<ZoneId> zone, boolean iso) {

	private static final String YEAR = "EXTRACT(YEAR FROM ";

	private static final String ISO_YEAR = "EXTRACT(ISOYEAR FROM ";

	private static final String ZONE = " AT TIME ZONE '";

	/**
	 * Recognise the year of something.
	 * @param sql any expression
	 * @return what it is the year of, or empty if it is something else
	 */
	public static Optional<YearExtract> of(Sql sql) {
		if (!(sql instanceof Template template) || template.children().size() != 1) {
			return Optional.empty();
		}
		String start = template.pieces().get(0);
		if (!start.equals(YEAR) && !start.equals(ISO_YEAR)) {
			return Optional.empty();
		}
		return Optional.of(of(template.children().get(0), start.equals(ISO_YEAR)));
	}

	private static YearExtract of(Sql source, boolean iso) {
		if (source instanceof Template template && template.children().size() == 1
				&& template.pieces().get(1).startsWith(ZONE)
				&& template.children().get(0).type().kind() == Kind.DATETIME) {
			String tail = template.pieces().get(1);
			ZoneId zone = Zones.parse(tail.substring(ZONE.length(), tail.length() - 1));
			return new YearExtract(template.children().get(0), Optional.of(zone), iso);
		}
		return new YearExtract(source, Optional.empty(), iso);
	}

}
