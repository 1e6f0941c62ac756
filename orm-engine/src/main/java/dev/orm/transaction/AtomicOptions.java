package dev.orm.transaction;

import java.time.Duration;

import dev.orm.execute.Database;
import org.jspecify.annotations.Nullable;

import org.springframework.core.retry.RetryPolicy;

/**
 * How a block runs. Immutable.
 *
 * @param database the alias of the database
 * @param durable whether the block must be the outermost
 * @param savepoint whether an inner block has a savepoint
 * @param readOnly whether the block only reads
 * @param isolation what the transaction sees of others
 * @param timeout how long the transaction may take; zero for any time
 * @param retry when an outermost block is repeated; null for never
 * @param name what statements without a name are called; null for nothing
 */
record AtomicOptions(String database, boolean durable, boolean savepoint, boolean readOnly, Isolation isolation,
		Duration timeout, @Nullable RetryPolicy retry, @Nullable String name) {

	static final AtomicOptions DEFAULTS = new AtomicOptions(Database.DEFAULT, false, true, false, Isolation.DEFAULT,
			Duration.ZERO, null, null);

	AtomicOptions withDatabase(String alias) {
		return new AtomicOptions(alias, this.durable, this.savepoint, this.readOnly, this.isolation, this.timeout,
				this.retry, this.name);
	}

	AtomicOptions withDurable() {
		return new AtomicOptions(this.database, true, this.savepoint, this.readOnly, this.isolation, this.timeout,
				this.retry, this.name);
	}

	AtomicOptions withSavepoint(boolean wanted) {
		return new AtomicOptions(this.database, this.durable, wanted, this.readOnly, this.isolation, this.timeout,
				this.retry, this.name);
	}

	AtomicOptions withReadOnly() {
		return new AtomicOptions(this.database, this.durable, this.savepoint, true, this.isolation, this.timeout,
				this.retry, this.name);
	}

	AtomicOptions withIsolation(Isolation level) {
		return new AtomicOptions(this.database, this.durable, this.savepoint, this.readOnly, level, this.timeout,
				this.retry, this.name);
	}

	AtomicOptions withTimeout(Duration limit) {
		return new AtomicOptions(this.database, this.durable, this.savepoint, this.readOnly, this.isolation, limit,
				this.retry, this.name);
	}

	AtomicOptions withRetry(RetryPolicy policy) {
		return new AtomicOptions(this.database, this.durable, this.savepoint, this.readOnly, this.isolation,
				this.timeout, policy, this.name);
	}

	AtomicOptions withName(String wanted) {
		return new AtomicOptions(this.database, this.durable, this.savepoint, this.readOnly, this.isolation,
				this.timeout, this.retry, wanted);
	}

}
