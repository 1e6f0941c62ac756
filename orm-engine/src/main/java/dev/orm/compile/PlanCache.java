package dev.orm.compile;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.orm.expression.node.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The plans by shape, a bounded number of them: when the limit is reached all go, and
 * those in use come back. Thread-safe; two threads may compile one shape at the same
 * time, and either plan will do.
 */
final class PlanCache {

	private final ConcurrentHashMap<Shape, List<CompiledQuery>> plans = new ConcurrentHashMap<>();

	private final int limit;

	PlanCache(int limit) {
		this.limit = limit;
	}

	List<CompiledQuery> get(Shape.Builder values, Supplier<List<CompiledQuery>> compile) {
		Shape shape = values.build();
		@Nullable List<CompiledQuery> known = this.plans.get(shape);
		Shape kept = (known == null) ? shape.copy() : shape;
		values.release();
		return (known != null) ? known : compile(kept, compile);
	}

	private List<CompiledQuery> compile(Shape shape, Supplier<List<CompiledQuery>> compile) {
		List<CompiledQuery> fresh = List.copyOf(compile.get());
		if (this.plans.size() >= this.limit) {
			// clearing keeps the hot path free of bookkeeping; hitting the limit means
			// shapes vary without bound
			this.plans.clear();
		}
		this.plans.put(shape, fresh);
		return fresh;
	}

}
