package dev.orm.benchmark.workload;

import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.benchmark.model.Customer;
import dev.orm.benchmark.model.Item;
import dev.orm.benchmark.model.Order;
import dev.orm.benchmark.model.PaidOrder;
import dev.orm.benchmark.model.Region;
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
 * What a scope costs a query whose plan is known: nothing, as it is a part of the plan.
 * What lifts it is a part of the query's shape.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScopeCompileBenchmark {

	private final Orm orm = Orm.builder()
		.dataSource(StubDataSource.orders(1))
		.models(List.of(Region.class, Customer.class, Order.class, PaidOrder.class, Item.class))
		.build();

	private final QueryCompiler compiler = new CachingQueryCompiler(LookupRegistry.standard(),
			FunctionRegistry.standard(), AggregateRegistry.standard(), Dialect.POSTGRESQL);

	private final Manager<Order> orders = this.orm.manager(Order.class);

	private final Manager<PaidOrder> paid = this.orm.manager(PaidOrder.class);

	private long id;

	/** A model without scopes. */
	@Benchmark
	public BoundQuery unscoped() {
		return this.compiler.select((QuerySpec) this.orders.filter("id", ++this.id).query());
	}

	/** The same with one. */
	@Benchmark
	public BoundQuery scoped() {
		return this.compiler.select((QuerySpec) this.paid.filter("id", ++this.id).query());
	}

	/** The same, lifted. */
	@Benchmark
	public BoundQuery lifted() {
		return this.compiler.select((QuerySpec) this.paid.unscoped("paid").filter("id", ++this.id).query());
	}

}
