package dev.orm.execute;

import java.util.Collections;

import dev.orm.observe.Destination;
import dev.orm.observe.Purpose;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.QueryTracer;
import dev.orm.observe.TransactionListener.Outcome;
import dev.orm.observe.WorkStatements;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One running statement, as listeners hear of it: when it began, how many rows it met and
 * what it failed with. Used by one thread at a time.
 */
abstract class Execution {

	/** One nobody hears of. Shared by all threads: it keeps nothing. */
	private static final Execution UNHEARD = new Unheard();

	/** Begin a statement outside of transactions. */
	static Execution start(QueryListeners listeners, StatementCall call) {
		return start(listeners, call, null);
	}

	static Execution start(QueryListeners listeners, StatementCall call, @Nullable CurrentTransaction transaction) {
		return listeners.isListening() ? new Heard(listeners, call, transaction) : UNHEARD;
	}

	abstract void rows(long count);

	/** Whether it matters where the statement goes. */
	abstract boolean isHeard();

	abstract void sent(Destination where);

	abstract void failed(Throwable cause);

	abstract void end();

	private static final class Heard extends Execution {

		private final QueryListeners listeners;

		private final StatementCall call;

		private final QueryTracer.@Nullable Span span;

		private final long start;

		private long rows = -1;

		private Destination destination = Destination.ONLY;

		private @Nullable Throwable error;

		private final @Nullable CurrentTransaction transaction;

		Heard(QueryListeners listeners, StatementCall call, @Nullable CurrentTransaction transaction) {
			this.listeners = listeners;
			this.call = call;
			this.transaction = transaction;
			QueryTracer tracer = listeners.tracer();
			this.span = (tracer != null) ? Followed.start(tracer, call, transaction) : null;
			this.start = System.nanoTime();
		}

		@Override
		boolean isHeard() {
			return true;
		}

		@Override
		void sent(Destination where) {
			this.destination = where;
		}

		@Override
		void rows(long count) {
			this.rows = count;
		}

		@Override
		void failed(Throwable cause) {
			this.error = cause;
		}

		@Override
		void end() {
			QueryEvent event = new QueryEvent(this.call.database(), this.call.sql(), this.call.operation(),
					this.call.collection(), Collections.unmodifiableList(this.call.values()),
					System.nanoTime() - this.start, this.rows, this.error, this.destination, purpose());
			if (this.span != null) {
				this.span.end(event);
			}
			this.listeners.publish(event, counted());
		}

		/** A statement without a name has that of its block. */
		private Purpose purpose() {
			Purpose purpose = this.call.purpose();
			String block = (this.transaction != null) ? this.transaction.nesting().name() : null;
			return (block != null && purpose.name() == null) ? purpose.named(block) : purpose;
		}

		private @Nullable WorkStatements counted() {
			return (this.transaction != null && this.listeners.isCounting()) ? this.transaction.statements() : null;
		}

	}

	private static final class Unheard extends Execution {

		@Override
		boolean isHeard() {
			return false;
		}

		@Override
		void sent(Destination where) {
		}

		@Override
		void rows(long count) {
		}

		@Override
		void failed(Throwable cause) {
		}

		@Override
		void end() {
		}

	}

	/** A transaction that a tracer follows, until Spring tells that it has ended. */
	private static final class Followed implements TransactionSynchronization {

		private final CurrentTransaction key;

		private final QueryTracer.Transaction trace;

		private @Nullable String name;

		private Followed(CurrentTransaction key, QueryTracer.Transaction trace) {
			this.key = key;
			this.trace = trace;
		}

		static QueryTracer.Span start(QueryTracer tracer, StatementCall call,
				@Nullable CurrentTransaction transaction) {
			Followed followed = (transaction != null) ? find(tracer, call.database(), transaction) : null;
			return (followed != null)
					? tracer.start(call.database(), call.sql(), call.operation(), call.collection(), followed.trace)
					: tracer.start(call.database(), call.sql(), call.operation(), call.collection());
		}

		private static @Nullable Followed find(QueryTracer tracer, String database, CurrentTransaction transaction) {
			Followed known = (Followed) TransactionSynchronizationManager.getResource(transaction);
			if (known == null && transaction.isInnermost()) {
				QueryTracer.Transaction trace = tracer.follow(database);
				known = (trace != null) ? begin(transaction, trace) : null;
			}
			String block = transaction.nesting().name();
			if (known != null && block != null) {
				known.name = block;
			}
			return known;
		}

		private static Followed begin(CurrentTransaction transaction, QueryTracer.Transaction trace) {
			Followed followed = new Followed(transaction, trace);
			TransactionSynchronizationManager.bindResource(transaction, followed);
			TransactionSynchronizationManager.registerSynchronization(followed);
			return followed;
		}

		@Override
		public void afterCompletion(int status) {
			TransactionSynchronizationManager.unbindResourceIfPossible(this.key);
			this.trace.end(switch (status) {
				case STATUS_COMMITTED -> Outcome.COMMIT;
				case STATUS_ROLLED_BACK -> Outcome.ROLLBACK;
				default -> Outcome.UNKNOWN;
			}, this.name);
		}

	}

}
