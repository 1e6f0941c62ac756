package dev.orm.benchmark.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.orm.history.Version;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

import static dev.orm.benchmark.budget.RecordedPath.RECORDED;

/**
 * What it costs to keep what rows were and to read it, beside statements written by hand:
 * each pair does the same work.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class HistoryBudget {

	/** An update that keeps the old row, by one statement. */
	private static final String UPDATE = "WITH old AS (INSERT INTO budget_log (id, name, quantity)"
			+ " SELECT id, name, quantity FROM budget_logged WHERE id = ?)"
			+ " UPDATE budget_logged SET name = ?, quantity = ? WHERE id = ?";

	private static final String ROW_AS_OF = "SELECT id, name, quantity FROM ((SELECT id, name, quantity FROM budget_log"
			+ " WHERE id = ? AND until > ? ORDER BY log_id LIMIT 1) UNION ALL"
			+ " SELECT id, name, quantity FROM budget_logged WHERE id = ?) v LIMIT 1";

	private static final String COUNT_AS_OF = "SELECT count(*) FROM (SELECT DISTINCT ON (id) id, quantity FROM"
			+ " (SELECT id, quantity, log_id FROM budget_log WHERE until > ? UNION ALL"
			+ " SELECT id, quantity, NULL FROM budget_logged) v ORDER BY id, log_id NULLS LAST) w WHERE quantity = ?";

	private static final String VERSIONS = "SELECT id, name, quantity, until FROM budget_log WHERE id = ? UNION ALL"
			+ " SELECT id, name, quantity, NULL FROM budget_logged WHERE id = ? ORDER BY until NULLS LAST";

	@Benchmark
	public Recorded save(HistoryState state) {
		state.row.setQuantity(++state.quantity);
		return state.recorded.save(state.row);
	}

	@Benchmark
	public int saveByHand(HistoryState state, BudgetState tables) throws SQLException {
		try (Connection connection = tables.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(UPDATE)) {
			statement.setLong(1, 1);
			statement.setString(2, state.row.getName());
			statement.setInt(3, ++state.quantity);
			statement.setLong(4, 1);
			return statement.executeUpdate();
		}
	}

	@Benchmark
	public Recorded rowAsOf(HistoryState state) {
		return state.recorded.asOf(state.half).get(2L);
	}

	@Benchmark
	public Bare rowAsOfByHand(HistoryState state, BudgetState tables) throws SQLException {
		try (Connection connection = tables.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(ROW_AS_OF)) {
			statement.setLong(1, 2);
			statement.setObject(2, state.half.atOffset(ZoneOffset.UTC));
			statement.setLong(3, 2);
			return rows(statement).get(0);
		}
	}

	@Benchmark
	public long countAsOf(HistoryState state) {
		return state.recorded.asOf(state.half).filter(RECORDED.quantity.eq(HistoryState.VERSIONS / 2)).count();
	}

	@Benchmark
	public long countAsOfByHand(HistoryState state, BudgetState tables) throws SQLException {
		try (Connection connection = tables.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(COUNT_AS_OF)) {
			statement.setObject(1, state.half.atOffset(ZoneOffset.UTC));
			statement.setInt(2, HistoryState.VERSIONS / 2);
			try (ResultSet rows = statement.executeQuery()) {
				rows.next();
				return rows.getLong(1);
			}
		}
	}

	@Benchmark
	public List<Version<Recorded>> versions(HistoryState state) {
		return state.recorded.versionsOf(2L);
	}

	@Benchmark
	public List<Bare> versionsByHand(BudgetState tables) throws SQLException {
		try (Connection connection = tables.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
			statement.setLong(1, 2);
			statement.setLong(2, 2);
			return rows(statement);
		}
	}

	private static List<Bare> rows(PreparedStatement statement) throws SQLException {
		List<Bare> found = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				found.add(new Bare(rows.getString(2), rows.getInt(3)));
			}
		}
		return found;
	}

}
