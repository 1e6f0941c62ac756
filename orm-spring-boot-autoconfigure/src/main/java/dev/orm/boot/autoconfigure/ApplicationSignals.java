package dev.orm.boot.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.orm.signal.ModelEvent;
import dev.orm.signal.Signals;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.GenericApplicationListener;
import org.springframework.context.event.GenericApplicationListenerAdapter;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * Events of instances as events of the application: {@code @EventListener} and
 * {@code @TransactionalEventListener} methods hear of them. Who listens to any event at
 * all does not count as a listener, and hears of an event only along with others.
 */
final class ApplicationSignals implements Signals {

	private static final ResolvableType ANYTHING = payload(ResolvableType.forClass(Anything.class));

	private final ApplicationContext context;

	ApplicationSignals(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public int listeners() {
		int number = 0;
		for (ApplicationContext at = this.context; at != null; at = at.getParent()) {
			number += listeners(at).size();
		}
		return number;
	}

	@Override
	public boolean hears(ResolvableType event) {
		ResolvableType published = payload(event);
		return all().stream()
			.map(ApplicationSignals::generic)
			.anyMatch((listener) -> listener.supportsEventType(published) && !listener.supportsEventType(ANYTHING));
	}

	private List<ApplicationListener<?>> all() {
		List<ApplicationListener<?>> all = new ArrayList<>();
		for (ApplicationContext at = this.context; at != null; at = at.getParent()) {
			all.addAll(listeners(at));
		}
		return all;
	}

	private static Collection<ApplicationListener<?>> listeners(@Nullable ApplicationContext context) {
		return (context instanceof AbstractApplicationContext known) ? known.getApplicationListeners() : List.of();
	}

	private static GenericApplicationListener generic(ApplicationListener<?> listener) {
		return (listener instanceof GenericApplicationListener generic) ? generic
				: new GenericApplicationListenerAdapter(listener);
	}

	private static ResolvableType payload(ResolvableType event) {
		return ResolvableType.forClassWithGenerics(PayloadApplicationEvent.class, event);
	}

	@Override
	public void publish(ModelEvent<?> event) {
		this.context.publishEvent(event);
	}

	/** What nobody listens to who listens to something in particular. */
	private static final class Anything {

	}

}
