package dev.orm;

import java.util.ArrayList;
import java.util.List;

import dev.orm.observe.ForeignWrites;
import dev.orm.observe.QueryListener;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.QueryTracer;
import dev.orm.observe.RepeatedQueries;
import dev.orm.observe.TransactionListener;
import org.jspecify.annotations.Nullable;

/**
 * Collects who hears of the statements and transactions of an {@link Orm}. Not
 * thread-safe; used once.
 */
abstract sealed class ObservedBuilder permits WritingBuilder {

	private final List<QueryListener> listeners = new ArrayList<>();

	private @Nullable QueryTracer tracer;

	private @Nullable RepeatedQueries repeated;

	private ForeignWrites.Mode foreign = ForeignWrites.Mode.WARN;

	private TransactionListener transactions = TransactionListener.NONE;

	/** Return the builder itself. */
	abstract OrmBuilder self();

	final QueryListeners heard() {
		return new QueryListeners(this.listeners, this.tracer, this.repeated);
	}

	final TransactionListener heardOfTransactions() {
		return this.transactions;
	}

	final ForeignWrites foreign() {
		return new ForeignWrites(this.foreign);
	}

	/**
	 * Add a listener of statements.
	 * @param listener the listener
	 * @return this builder
	 */
	public final OrmBuilder listener(QueryListener listener) {
		this.listeners.add(listener);
		return self();
	}

	/**
	 * Trace statements.
	 * @param observer the tracer
	 * @return this builder
	 */
	public final OrmBuilder tracer(QueryTracer observer) {
		this.tracer = observer;
		return self();
	}

	/**
	 * Look for queries that should have been one.
	 * @param finder what looks for them
	 * @return this builder
	 */
	public final OrmBuilder repeatedQueries(RepeatedQueries finder) {
		this.repeated = finder;
		return self();
	}

	/**
	 * Tell of transactions.
	 * @param listener who is told
	 * @return this builder
	 */
	public final OrmBuilder transactions(TransactionListener listener) {
		this.transactions = listener;
		return self();
	}

	/**
	 * Choose what becomes of writes that commit by themselves while a transaction of
	 * another database is open.
	 * @param mode what to do; the log tells of them by default
	 * @return this builder
	 */
	public final OrmBuilder foreignWrites(ForeignWrites.Mode mode) {
		this.foreign = mode;
		return self();
	}

}
