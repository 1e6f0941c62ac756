package dev.orm.transaction;

import org.springframework.transaction.TransactionDefinition;

/**
 * What a transaction sees of others. PostgreSQL treats {@code READ UNCOMMITTED} as
 * {@link #READ_COMMITTED}.
 */
public enum Isolation {

	/** The database's default, usually {@link #READ_COMMITTED}. */
	DEFAULT(TransactionDefinition.ISOLATION_DEFAULT),
	/** Each statement sees what was committed before it. */
	READ_COMMITTED(TransactionDefinition.ISOLATION_READ_COMMITTED),
	/** All statements see what was committed before the first. */
	REPEATABLE_READ(TransactionDefinition.ISOLATION_REPEATABLE_READ),
	/** As if transactions ran one after another; be ready to repeat the block. */
	SERIALIZABLE(TransactionDefinition.ISOLATION_SERIALIZABLE);

	private final int level;

	Isolation(int level) {
		this.level = level;
	}

	int level() {
		return this.level;
	}

}
