package dev.orm.function;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import dev.orm.sql.AtZone;
import dev.orm.sql.Extract;
import dev.orm.sql.Sql;
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

	private static final Set<Extract.Field> YEARS = Set.of(Extract.Field.YEAR, Extract.Field.ISOYEAR);

	/**
	 * Recognise the year of something.
	 * @param sql any expression
	 * @return what it is the year of, or empty if it is something else
	 */
	public static Optional<YearExtract> of(Sql sql) {
		if (sql instanceof Extract extract && YEARS.contains(extract.field())) {
			return Optional.of(of(extract.source(), extract.field() == Extract.Field.ISOYEAR));
		}
		return Optional.empty();
	}

	private static YearExtract of(Sql source, boolean iso) {
		if (source instanceof AtZone local && local.source().type().kind() == Kind.DATETIME) {
			return new YearExtract(local.source(), Optional.of(local.zone()), iso);
		}
		return new YearExtract(source, Optional.empty(), iso);
	}

}
