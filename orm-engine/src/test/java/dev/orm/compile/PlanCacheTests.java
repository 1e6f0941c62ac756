package dev.orm.compile;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.orm.expression.node.Shape;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans are kept by what they take, not by how many they are. */
class PlanCacheTests {

	private static final long LIMIT = 1 << 20;

	private final PlanCache cache = new PlanCache(LIMIT);

	private final AtomicInteger compiled = new AtomicInteger();

	private CompiledQuery plan(int length) {
		this.compiled.incrementAndGet();
		return new CompiledQuery("x".repeat(length), List.of(), null, "t", List.of());
	}

	@Test
	void aPlanIsMadeOnce() {
		CompiledQuery first = this.cache.get(List.of("update", 1), () -> plan(100));
		assertThat(this.cache.get(List.of("update", 1), () -> plan(100))).isSameAs(first);
		assertThat(this.compiled).hasValue(1);
	}

	@Test
	void sixtyThousandSetsOfFieldsTakeNoMoreThanTheLimit() {
		IntStream.range(0, 60_000).forEach((set) -> {
			this.cache.get(List.of("update", set), () -> plan(500));
			assertThat(this.cache.used()).isLessThanOrEqualTo(LIMIT);
		});
		assertThat(this.cache.used()).isPositive();
	}

	@Test
	void queriesThatGrowTakeNoMoreThanTheLimit() {
		IntStream.range(1, 3_000).forEach((terms) -> {
			this.cache.get(shape(terms), () -> List.of(plan(20 * terms)));
			assertThat(this.cache.used()).isLessThanOrEqualTo(LIMIT);
		});
	}

	@Test
	void onePlanThatTakesAGoodPartOfItIsNotKept() {
		CompiledQuery kept = this.cache.get("small", () -> plan(100));
		this.cache.get("huge", () -> plan((int) LIMIT / 2));
		this.cache.get("huge", () -> plan((int) LIMIT / 2));
		assertThat(this.compiled).hasValue(3);
		assertThat(this.cache.get("small", () -> plan(100))).isSameAs(kept);
	}

	private static Shape.Builder shape(int terms) {
		Shape.Builder shape = new Shape.Builder();
		IntStream.range(0, terms).forEach((term) -> shape.add("a").add(term));
		return shape;
	}

}
