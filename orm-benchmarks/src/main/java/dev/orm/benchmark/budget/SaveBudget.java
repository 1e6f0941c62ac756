package dev.orm.benchmark.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import dev.orm.Manager;
import dev.orm.signal.ModelEvent;
import dev.orm.signal.Signals;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.springframework.core.ResolvableType;

/** A save of one row that nobody hears, beside JDBC, and one that somebody hears. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SaveBudget {

	@Benchmark
	public int jdbc(Saves saves, BudgetState state) throws SQLException {
		try (Connection connection = state.pool.getConnection();
				PreparedStatement statement = connection
					.prepareStatement("UPDATE budget_bare SET name = ?, quantity = ? WHERE id = ?")) {
			statement.setString(1, saves.row.getName());
			statement.setInt(2, ++saves.quantity);
			statement.setLong(3, 1);
			return statement.executeUpdate();
		}
	}

	@Benchmark
	public Bare unheard(Saves saves) {
		saves.row.setQuantity(++saves.quantity);
		return saves.unheard.save(saves.row);
	}

	@Benchmark
	public Bare heard(Saves saves) {
		saves.row.setQuantity(++saves.quantity);
		return saves.heard.save(saves.row);
	}

	/** A row, and those who save it. */
	@State(Scope.Benchmark)
	@SuppressWarnings("NullAway.Init") // JMH sets up
	public static class Saves {

		Manager<Bare> unheard;

		Manager<Bare> heard;

		Bare row;

		int quantity;

		/**
		 * Read the row.
		 * @param state the tables
		 */
		@Setup(Level.Trial)
		public void read(BudgetState state) {
			this.unheard = state.orm.manager(Bare.class);
			this.heard = state.builder().signals(new Listener()).build().manager(Bare.class);
			this.row = this.unheard.get(1L);
		}

	}

	/** Hears everything, and does nothing. */
	private static final class Listener implements Signals {

		@Override
		public int listeners() {
			return 1;
		}

		@Override
		public boolean hears(ResolvableType event) {
			return true;
		}

		@Override
		public void publish(ModelEvent<?> event) {
		}

	}

}
