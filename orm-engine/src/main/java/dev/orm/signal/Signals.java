package dev.orm.signal;

import org.springframework.core.ResolvableType;

/**
 * Where events go: a port, behind which Spring's application events are, or listeners of
 * one's own ({@link Listeners}). Implementations are thread-safe.
 */
public interface Signals {

	/** Nobody listens. */
	Signals NONE = new Listeners();

	/**
	 * Return a number that is another one whenever others listen than before, so that
	 * answers of {@link #hears} can be kept. Asked before every write of an instance.
	 * @return the number; zero if nobody listens to anything
	 */
	int listeners();

	/**
	 * Return whether anybody listens to events of a type and would be told of this one.
	 * Who listens to everything that happens in the application does not count.
	 * @param event the type of an event, with its models
	 * @return true if somebody does
	 */
	boolean hears(ResolvableType event);

	/**
	 * Tell all who listen to an event, one after the other, on this thread.
	 * @param event the event
	 */
	void publish(ModelEvent<?> event);

}
