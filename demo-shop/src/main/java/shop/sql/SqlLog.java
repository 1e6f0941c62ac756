package shop.sql;

import java.util.List;
import java.util.Locale;

import dev.orm.observe.Destination;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryLog;
import dev.orm.observe.ReadReason;

/** What the page shows of the statements that ran for it. */
public final class SqlLog {

	private static final double NANOS_PER_MILLI = 1_000_000;

	private final QueryLog log;

	SqlLog(QueryLog log) {
		this.log = log;
	}

	public List<Statement> getStatements() {
		return this.log.events().stream().map(Statement::of).toList();
	}

	public String getTotalMillis() {
		return millis(this.log.totalTime().toNanos());
	}

	private static String millis(long nanos) {
		return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MILLI);
	}

	/**
	 * A statement, its time in milliseconds, the rows it read or changed, and where it
	 * went: an empty text where there is only one server.
	 */
	public record Statement(String sql, String millis, long rows, String where) {

		private static String where(Destination destination) {
			return (destination.reason() == ReadReason.ONLY) ? ""
					: destination.server() + ", " + destination.reason().label();
		}

		static Statement of(QueryEvent event) {
			return new Statement(event.sql(), SqlLog.millis(event.durationNanos()), event.rows(),
					where(event.destination()));
		}

	}

}
