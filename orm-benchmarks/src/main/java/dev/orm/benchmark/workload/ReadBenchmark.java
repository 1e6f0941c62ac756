package dev.orm.benchmark.workload;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The workloads that read: 1 to 5 and 9. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {

	@Benchmark
	public Object byKey(ContenderState state) {
		return state.library.byKey(state.random.nextLong(1, 50_001));
	}

	@Benchmark
	public List<?> entities(ContenderState state) {
		return state.library.entities();
	}

	@Benchmark
	public List<?> filtered(ContenderState state) {
		int random = state.random.nextInt(1000);
		return state.library.filtered("Region " + (random % 10 + 1), 5000 + random);
	}

	@Benchmark
	public List<?> parents(ContenderState state) {
		return state.library.parents();
	}

	@Benchmark
	public List<?> nested(ContenderState state) {
		return state.library.nested();
	}

	@Benchmark
	public List<?> grouped(ContenderState state) {
		return state.library.grouped();
	}

}
