package dev.orm.execute;

import java.util.Collections;

import dev.orm.observe.Destination;
import dev.orm.observe.QueryEvent;
import dev.orm.observe.QueryListeners;
import dev.orm.observe.QueryTracer;
import dev.orm.observe.WorkStatements;
import org.jspecify.annotations.Nullable;

/**
 * One running statement, as listeners hear of it: when it began, how many rows it met and
 * what it failed with. Used by one thread at a time.
 */
abstract class Execution {

	/** One nobody hears of. Shared by all threads: it keeps nothing. */
	private static final Execution UNHEARD = new Unheard();

	static Execution start(QueryListeners listeners, StatementCall call) {
		return listeners.isListening() ? new Heard(listeners, call) : UNHEARD;
	}

	/** Be a part of a transaction. */
	abstract void joins(@Nullable CurrentTransaction transaction);

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

		private @Nullable CurrentTransaction transaction;

		Heard(QueryListeners listeners, StatementCall call) {
			this.listeners = listeners;
			this.call = call;
			QueryTracer tracer = listeners.tracer();
			this.span = (tracer != null)
					? tracer.start(call.database(), call.sql(), call.operation(), call.collection()) : null;
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
		void joins(@Nullable CurrentTransaction joined) {
			this.transaction = joined;
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
					System.nanoTime() - this.start, this.rows, this.error, this.destination, this.call.purpose());
			if (this.span != null) {
				this.span.end(event);
			}
			this.listeners.publish(event, counted());
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
		void joins(@Nullable CurrentTransaction transaction) {
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

}
