package dev.orm.boot.transaction;

import java.time.Duration;
import java.util.List;

import dev.orm.transaction.Atomic;

/**
 * How the block of a method is to be, as {@code @Atomic} says. Immutable.
 *
 * @param annotation what the method says
 */
record AtomicRule(dev.orm.transaction.annotation.Atomic annotation) {

	/** Return the blocks that are as the rule wants them. */
	Atomic on(Atomic blocks) {
		Atomic atomic = blocks.using(this.annotation.value())
			.savepoint(this.annotation.savepoint())
			.isolation(this.annotation.isolation());
		atomic = this.annotation.name().isEmpty() ? atomic : atomic.named(this.annotation.name());
		atomic = this.annotation.durable() ? atomic.durable() : atomic;
		atomic = this.annotation.readOnly() ? atomic.readOnly() : atomic;
		atomic = (this.annotation.timeout() != 0) ? atomic.timeout(Duration.ofSeconds(this.annotation.timeout()))
				: atomic;
		return (this.annotation.retries() != 0) ? atomic.retry(this.annotation.retries()) : atomic;
	}

	boolean keeps(Throwable error) {
		return List.of(this.annotation.noRollbackFor()).stream().anyMatch((type) -> type.isInstance(error));
	}

}
