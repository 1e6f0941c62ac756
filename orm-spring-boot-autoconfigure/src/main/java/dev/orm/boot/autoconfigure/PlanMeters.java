package dev.orm.boot.autoconfigure;

import java.util.function.ToDoubleFunction;

import dev.orm.Orm;
import dev.orm.compile.PlanCounter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Meters of what is kept between statements: {@code orm.plan.cache} counts the queries
 * whose plan was known and those that were compiled, {@code orm.plan.cache.size} the
 * plans, {@code orm.cursors.open} the cursors that hold a connection.
 */
final class PlanMeters implements MeterBinder {

	private final PlanCounter plans;

	private final ObjectProvider<Orm> orm;

	PlanMeters(PlanCounter plans, ObjectProvider<Orm> orm) {
		this.plans = plans;
		this.orm = orm;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		counter("hit", PlanCounter::hits).register(registry);
		counter("miss", PlanCounter::misses).register(registry);
		Gauge.builder("orm.plan.cache.size", this.plans, PlanCounter::plans)
			.description("Shapes of queries whose plan is known")
			.register(registry);
		Gauge.builder("orm.cursors.open", this.orm, PlanMeters::cursors)
			.description("Cursors that hold a connection")
			.register(registry);
	}

	private FunctionCounter.Builder<PlanCounter> counter(String result, ToDoubleFunction<PlanCounter> count) {
		return FunctionCounter.builder("orm.plan.cache", this.plans, count)
			.description("Queries by whether their plan was known")
			.tag("result", result);
	}

	private static double cursors(ObjectProvider<Orm> orm) {
		Orm known = orm.getIfUnique();
		return (known != null) ? known.openCursors().size() : 0;
	}

}
