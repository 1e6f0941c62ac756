package dev.orm.observe;

import java.util.Set;
import java.util.function.Consumer;

import dev.orm.work.UnitOfWork;
import dev.orm.work.WorkScope;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Makes what Micrometer observes from outside, such as a request or a job, a unit of
 * work, and tells what its statements came to. Thread-safe.
 */
public final class ObservedWork implements ObservationHandler<Observation.Context> {

	/**
	 * Contexts of what others ask an application to do, by the names of their classes.
	 */
	public static final Set<String> INCOMING = Set.of(
			"org.springframework.http.server.observation.ServerRequestObservationContext",
			"org.springframework.scheduling.support.ScheduledTaskObservationContext",
			"org.springframework.amqp.rabbit.support.micrometer.RabbitMessageReceiverContext",
			"org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext",
			"io.micrometer.jakarta9.instrument.jms.JmsProcessObservationContext");

	private final Set<String> contexts;

	private final Consumer<EndedWork> listener;

	/**
	 * Create the handler.
	 * @param contexts the names of the classes of contexts that are units of work
	 * @param listener is told of each unit that ended
	 */
	public ObservedWork(Set<String> contexts, Consumer<EndedWork> listener) {
		this.contexts = Set.copyOf(contexts);
		this.listener = listener;
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		for (Class<?> type = context.getClass(); type != null; type = type.getSuperclass()) {
			if (this.contexts.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

	@Override
	public void onScopeOpened(Observation.Context context) {
		Entered entered = context.get(Entered.class);
		context.put(Entered.class, (entered != null) ? entered.again() : Entered.first());
	}

	@Override
	public void onScopeClosed(Observation.Context context) {
		Entered entered = context.get(Entered.class);
		if (entered != null) {
			entered.scope().close();
		}
	}

	@Override
	public void onStop(Observation.Context context) {
		Entered entered = context.get(Entered.class);
		if (entered != null) {
			this.listener
				.accept(EndedWork.of(name(context), value(context, "status"), WorkStatements.of(entered.unit())));
		}
	}

	/** A request by its route, so that no value of its path is shown. */
	private static String name(Observation.Context context) {
		String route = value(context, "uri");
		if (!route.isEmpty()) {
			return value(context, "method") + " " + route;
		}
		String called = context.getContextualName();
		return (called != null) ? called : String.valueOf(context.getName());
	}

	private static String value(Observation.Context context, String key) {
		KeyValue found = context.getLowCardinalityKeyValue(key);
		return (found != null) ? found.getValue() : "";
	}

	/** A unit, and the latest time a thread works for it. */
	private record Entered(UnitOfWork unit, WorkScope scope) {

		static Entered first() {
			WorkScope scope = UnitOfWork.open();
			UnitOfWork unit = UnitOfWork.current();
			if (unit == null) {
				throw new IllegalStateException("An open unit of work is that of the thread");
			}
			return new Entered(unit, scope);
		}

		Entered again() {
			return new Entered(this.unit, UnitOfWork.enter(this.unit));
		}

	}

}
