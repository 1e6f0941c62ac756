package dev.orm.transaction;

/**
 * How a block runs. Immutable.
 *
 * @param database the alias of the database
 * @param durable whether the block must be the outermost
 * @param savepoint whether an inner block has a savepoint
 * @param readOnly whether the block only reads
 * @param isolation what the transaction sees of others
 */
record AtomicOptions(String database, boolean durable, boolean savepoint, boolean readOnly, Isolation isolation) {

	AtomicOptions withDatabase(String alias) {
		return new AtomicOptions(alias, this.durable, this.savepoint, this.readOnly, this.isolation);
	}

	AtomicOptions withDurable() {
		return new AtomicOptions(this.database, true, this.savepoint, this.readOnly, this.isolation);
	}

	AtomicOptions withSavepoint(boolean wanted) {
		return new AtomicOptions(this.database, this.durable, wanted, this.readOnly, this.isolation);
	}

	AtomicOptions withReadOnly() {
		return new AtomicOptions(this.database, this.durable, this.savepoint, true, this.isolation);
	}

	AtomicOptions withIsolation(Isolation level) {
		return new AtomicOptions(this.database, this.durable, this.savepoint, this.readOnly, level);
	}

}
