package dev.orm.benchmark.workload;

import java.util.concurrent.TimeUnit;

import dev.orm.benchmark.contender.OrmContender;
import dev.orm.benchmark.stub.StubDataSource;
import dev.orm.compile.BoundQuery;
import dev.orm.compile.CachingQueryCompiler;
import dev.orm.compile.QueryCompiler;
import dev.orm.dialect.Dialect;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionRegistry;
import dev.orm.lookup.LookupRegistry;
import dev.orm.query.QuerySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What it costs to build the query of workload 3 and to turn it into SQL with its values,
 * without a database.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompileBenchmark {

	private final LookupRegistry lookups = LookupRegistry.standard();

	private final FunctionRegistry functions = FunctionRegistry.standard();

	private final AggregateRegistry aggregates = AggregateRegistry.standard();

	private final OrmContender orm = new OrmContender(StubDataSource.orders(1));

	private final QueryCompiler compiler = compiler();

	private int above = 5000;

	private QueryCompiler compiler() {
		return new CachingQueryCompiler(this.lookups, this.functions, this.aggregates, Dialect.POSTGRESQL);
	}

	/** Build the query only. */
	@Benchmark
	public Object build() {
		return this.orm.page("Region 3", ++this.above);
	}

	/** Build the query and find its plan. */
	@Benchmark
	public BoundQuery cached() {
		return this.compiler.select((QuerySpec) this.orm.page("Region 3", ++this.above).query());
	}

	/** Build the query and make its plan. */
	@Benchmark
	public BoundQuery cold() {
		return compiler().select((QuerySpec) this.orm.page("Region 3", ++this.above).query());
	}

}
