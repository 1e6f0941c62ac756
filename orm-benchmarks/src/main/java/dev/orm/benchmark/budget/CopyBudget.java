package dev.orm.benchmark.budget;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.orm.Manager;
import dev.orm.persist.BulkCreateOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.postgresql.PGConnection;

/** Ten thousand rows by the driver's COPY, by COPY of instances, and by an insert. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CopyBudget {

	private static final int ROWS = 10_000;

	@Benchmark
	public long copyManager(Rows rows, BudgetState state) throws SQLException, IOException {
		StringBuilder text = new StringBuilder();
		for (Bare row : rows.fresh) {
			text.append(row.getName()).append('\t').append(row.getQuantity()).append('\n');
		}
		try (Connection connection = state.pool.getConnection()) {
			return connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("COPY budget_bare (name, quantity) FROM STDIN", new StringReader(text.toString()));
		}
	}

	@Benchmark
	public Object copying(Rows rows) {
		return rows.bares.bulkCreate(rows.fresh, BulkCreateOptions::copying);
	}

	@Benchmark
	public Object bulkCreate(Rows rows) {
		return rows.bares.bulkCreate(rows.fresh);
	}

	/** What is written, anew for each time. */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init") // JMH sets up
	public static class Rows {

		Manager<Bare> bares;

		List<Bare> fresh;

		/**
		 * Make the rows, and room for them.
		 * @param state the tables
		 */
		@Setup(Level.Invocation)
		public void make(BudgetState state) {
			state.execute("DELETE FROM budget_bare WHERE id > " + BudgetState.ROWS, "VACUUM budget_bare");
			this.bares = state.orm.manager(Bare.class);
			this.fresh = IntStream.range(0, ROWS).mapToObj((n) -> new Bare("row " + n, n)).toList();
		}

	}

}
