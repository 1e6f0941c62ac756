package dev.orm.observe;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.error.TransactionManagementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of writes that commit by themselves while a transaction of another database is
 * open: its rollback would not undo them, which is seldom meant. Each place is told of
 * once. Thread-safe.
 */
public final class ForeignWrites {

	private static final int MOST_SITES = 4_096;

	private static final Logger logger = LoggerFactory.getLogger(ForeignWrites.class);

	private final Mode mode;

	private final Set<Object> told = ConcurrentHashMap.newKeySet();

	/**
	 * Create it.
	 * @param mode what to do about such writes
	 */
	public ForeignWrites(Mode mode) {
		this.mode = mode;
	}

	/**
	 * Return whether it has anything to do.
	 * @return false if all is allowed
	 */
	public boolean isWatching() {
		return this.mode != Mode.ALLOW;
	}

	/**
	 * Tell of a write before it is sent.
	 * @param write what it does, such as {@code INSERT product}
	 * @param database the alias of its database
	 * @param other the alias of the database with the transaction
	 * @throws TransactionManagementException if such writes are refused
	 */
	public void tell(String write, String database, String other) {
		String message = """
				%s on database '%s' commits by itself while a transaction of database '%s' is open, whose rollback \
				would not undo it.
				  hint: write in atomic.using("%s").run(...), or set orm.transactions.foreign-writes=allow"""
			.formatted(write, database, other, database);
		if (this.mode == Mode.FAIL) {
			throw new TransactionManagementException(message);
		}
		CallSite site = CallSite.find();
		if (this.told.size() < MOST_SITES && this.told.add((site != null) ? site : write)) {
			logger.warn("At {}: {}", CallSite.text(site), message);
		}
	}

	/** What becomes of such writes. */
	public enum Mode {

		/** They are done, and the log tells of them. */
		WARN,
		/** They are refused. */
		FAIL,
		/** They are done. */
		ALLOW

	}

}
