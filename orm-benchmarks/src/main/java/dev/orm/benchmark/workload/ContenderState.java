package dev.orm.benchmark.workload;

import java.util.SplittableRandom;

import com.zaxxer.hikari.HikariDataSource;
import dev.orm.benchmark.BenchmarkDatabase;
import dev.orm.benchmark.contender.Contender;
import dev.orm.benchmark.contender.Contenders;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The contender of a fork, on a pool of its own. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets up
public class ContenderState {

	/** The contender's name. */
	@Param("jdbc")
	public String contender = "";

	/**
	 * The same keys and values for everyone: PostgreSQL chooses by the first of them
	 * whether to plan a statement anew at each execution, which doubles the time of some.
	 */
	final SplittableRandom random = new SplittableRandom(42);

	HikariDataSource pool;

	Contender library;

	/** Open the contender. */
	@Setup(Level.Trial)
	public void open() {
		this.pool = BenchmarkDatabase.pool(System.getProperty(BenchmarkDatabase.URL));
		this.library = Contenders.open(this.contender, this.pool);
	}

	/** Close the contender. */
	@TearDown(Level.Trial)
	public void close() {
		this.library.close();
		this.pool.close();
	}

}
