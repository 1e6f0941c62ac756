package dev.orm.work;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A unit of work is where its threads are. */
class UnitOfWorkTests {

	private static final Slot<AtomicInteger> COUNTER = Slot.of(AtomicInteger.class, (unit) -> new AtomicInteger());

	@Test
	void aThreadWorksForNothingOutsideOfAUnit() {
		assertThat(UnitOfWork.current()).isNull();
		UnitOfWork.run(() -> assertThat(UnitOfWork.current()).isNotNull());
		assertThat(UnitOfWork.current()).isNull();
	}

	@Test
	void aUnitEndsAlsoByAnException() {
		assertThatIllegalStateException().isThrownBy(() -> UnitOfWork.run(() -> {
			throw new IllegalStateException("planted");
		}));
		assertThat(UnitOfWork.current()).isNull();
	}

	@Test
	void aUnitInsideAnotherIsAPartOfIt() {
		UnitOfWork.run(() -> {
			UnitOfWork outer = UnitOfWork.current();
			assertThat(UnitOfWork.<@Nullable UnitOfWork>call(UnitOfWork::current)).isSameAs(outer);
			assertThat(UnitOfWork.current()).isSameAs(outer);
		});
	}

	@Test
	void aTaskWorksForTheUnitItIsCarriedFrom() {
		AtomicReference<@Nullable UnitOfWork> seen = new AtomicReference<>();
		UnitOfWork.run(() -> {
			Runnable task = UnitOfWork.carry(() -> seen.set(UnitOfWork.current()));
			CompletableFuture.runAsync(task).join();
			assertThat(seen.get()).isSameAs(UnitOfWork.current());
		});
	}

	@Test
	void aTaskOfAThreadWithoutAUnitWorksForNone() {
		AtomicReference<@Nullable UnitOfWork> seen = new AtomicReference<>();
		Runnable task = UnitOfWork.carry(() -> seen.set(UnitOfWork.current()));
		UnitOfWork.run(task);
		assertThat(seen.get()).isNull();
	}

	@Test
	void aSlotIsFilledOncePerUnit() {
		UnitOfWork.run(() -> {
			unit().get(COUNTER).incrementAndGet();
			assertThat(unit().get(COUNTER)).hasValue(1);
		});
		UnitOfWork.run(() -> assertThat(unit().get(COUNTER)).hasValue(0));
	}

	@Test
	void twoSlotsAreTwoPlaces() {
		Slot<AtomicInteger> other = Slot.of(AtomicInteger.class, (unit) -> new AtomicInteger());
		UnitOfWork.run(() -> {
			unit().get(COUNTER).set(7);
			assertThat(unit().get(other)).hasValue(0);
		});
	}

	@Test
	void itKnowsWhenItBegan() {
		long before = Moment.now();
		UnitOfWork.run(() -> assertThat(unit().openedAt() - before).isBetween(0L, Moment.now() - before));
	}

	private static UnitOfWork unit() {
		UnitOfWork unit = UnitOfWork.current();
		assertThat(unit).isNotNull();
		return unit;
	}

}
