package dev.orm.cluster.wal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import dev.orm.work.Moment;

/** What servers are asked, by functions that any role may call. Immutable. */
public class ServerQuestions {

	/**
	 * The position of what was inserted: that of what was written is behind commits that
	 * are acknowledged already, where these are not synchronous.
	 */
	public static final String END = "pg_current_wal_insert_lsn()";

	private static final String PRIMARY = """
			SELECT recovering, CASE WHEN NOT recovering THEN (%1$s - '0/0'::pg_lsn)::bigint END, \
			CASE WHEN NOT recovering THEN pg_walfile_name(pg_current_wal_insert_lsn()) END, \
			(SELECT system_identifier FROM pg_control_system()) FROM pg_is_in_recovery() AS recovering""";

	private static final String REPLICA = """
			SELECT pg_is_in_recovery(), (pg_last_wal_replay_lsn() - '0/0'::pg_lsn)::bigint, \
			(SELECT system_identifier FROM pg_control_system())""";

	private static final int PATIENCE_MILLIS = 1000;

	private static final int TIMELINE_DIGITS = 8;

	private static final int HEXADECIMAL = 16;

	/**
	 * Ask the primary where its log ends. The time is noted before: whatever was
	 * committed until then is in the log by then.
	 */
	public Mark mark(Probe primary) throws SQLException {
		long time = Moment.now();
		return mark(primary, END, time);
	}

	/**
	 * Ask over a connection of a pool where the log ends.
	 * @return the position; empty if the server does not tell, or is no primary any more
	 */
	public Optional<WalPosition> end(DataSource pool) {
		try (Connection connection = pool.getConnection()) {
			return end(connection);
		}
		catch (SQLException ex) {
			// what it did is done: its caller is told so, and not of this
			return Optional.empty();
		}
	}

	/** Whoever asks has done its work, and waits no longer than the monitor would. */
	private static Optional<WalPosition> end(Connection connection) throws SQLException {
		int usual = connection.getNetworkTimeout();
		connection.setNetworkTimeout(Runnable::run, PATIENCE_MILLIS);
		Mark mark = mark(new Probe(connection), END, Moment.now());
		connection.setNetworkTimeout(Runnable::run, usual);
		WalPosition end = mark.end();
		return mark.equals(Mark.STANDBY) ? Optional.empty()
				: Optional.of(new WalPosition(end.timeline(), WalPosition.reach(end.position())));
	}

	public static Mark mark(Probe primary, String end, long time) throws SQLException {
		return primary.ask(PRIMARY.formatted(end),
				(row) -> row.getBoolean(1) ? Mark.STANDBY : new Mark(time, position(row), row.getLong(4)));
	}

	private static WalPosition position(ResultSet row) throws SQLException {
		return new WalPosition(Long.parseLong(row.getString(3).substring(0, TIMELINE_DIGITS), HEXADECIMAL),
				row.getLong(2));
	}

	/**
	 * Ask a replica where it is.
	 */
	public Replayed replayed(Probe replica) throws SQLException {
		return replica.ask(REPLICA, (row) -> {
			boolean standby = row.getBoolean(1);
			long position = row.getLong(2);
			return new Replayed(standby, row.wasNull() ? 0 : position, row.getLong(3), Moment.now());
		});
	}

	/**
	 * Where a replica is.
	 *
	 * @param standby whether it is a standby
	 * @param position the position it has replayed; 0 if it does not tell
	 * @param system the database system
	 * @param time when it said so
	 */
	public record Replayed(boolean standby, long position, long system, long time) {

	}

}
