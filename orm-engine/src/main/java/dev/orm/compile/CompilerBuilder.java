package dev.orm.compile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.orm.dialect.Dialect;
import dev.orm.function.AggregateFactory;
import dev.orm.function.AggregateRegistry;
import dev.orm.function.FunctionFactory;
import dev.orm.function.FunctionRegistry;
import dev.orm.lookup.LookupFactory;
import dev.orm.lookup.LookupRegistry;
import dev.orm.session.Tenants;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a compiler knows beside what is built in, which is made with it and not
 * before. Not thread-safe.
 */
public final class CompilerBuilder {

	private final List<LookupFactory> lookups = new ArrayList<>();

	private final List<FunctionFactory> functions = new ArrayList<>();

	private final List<AggregateFactory> aggregates = new ArrayList<>();

	private @Nullable PlanCounter counter;

	/**
	 * Add a factory of lookups and transforms; it is asked before those added earlier.
	 * @param factory the factory
	 */
	public void lookups(LookupFactory factory) {
		this.lookups.add(factory);
	}

	/**
	 * Add a factory of functions; it is asked before those added earlier.
	 * @param factory the factory
	 */
	public void functions(FunctionFactory factory) {
		this.functions.add(factory);
	}

	/**
	 * Add a factory of aggregates; it is asked before those added earlier.
	 * @param factory the factory
	 */
	public void aggregates(AggregateFactory factory) {
		this.aggregates.add(factory);
	}

	/**
	 * Count how often plans are known.
	 * @param wanted who counts
	 */
	public void planCounter(PlanCounter wanted) {
		this.counter = wanted;
	}

	/**
	 * Make a compiler.
	 * @param zone the time zone of threads that do not choose one
	 * @param tenants for whom threads work
	 * @return the compiler
	 */
	public QueryCompiler build(ZoneId zone, Tenants tenants) {
		LookupRegistry allLookups = LookupRegistry.standard();
		for (LookupFactory factory : this.lookups) {
			allLookups = allLookups.with(factory);
		}
		FunctionRegistry allFunctions = FunctionRegistry.standard();
		for (FunctionFactory factory : this.functions) {
			allFunctions = allFunctions.with(factory);
		}
		AggregateRegistry allAggregates = AggregateRegistry.standard();
		for (AggregateFactory factory : this.aggregates) {
			allAggregates = allAggregates.with(factory);
		}
		return new CachingQueryCompiler(allLookups, allFunctions, allAggregates, Dialect.POSTGRESQL, zone, tenants,
				this.counter);
	}

}
