package dev.orm.signal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.orm.meta.EntityModel;

import org.springframework.core.ResolvableType;

/**
 * The events of an ORM: knows who hears them, and lets tests mute and capture them.
 * Whether somebody hears is asked once for each model, until others listen. Thread-safe.
 */
public final class Events {

	private final Signals signals;

	private final Map<Object, Ears> ears = new ConcurrentHashMap<>();

	@SuppressWarnings("ThreadLocalUsage") // one for each ORM, and empty but for a while
	private final ThreadLocal<Attention> attention = new ThreadLocal<>();

	/**
	 * Create the events of an ORM.
	 * @param signals where they go
	 */
	public Events(Signals signals) {
		this.signals = signals;
	}

	/**
	 * Run some work whose events reach no listener. Hooks of models run as always. Of
	 * this thread only.
	 * @param work the work
	 * @param kinds the classes of the events; all if none are given
	 */
	public void muted(Runnable work, Class<?>... kinds) {
		try (Muting muting = mute(kinds)) {
			work.run();
		}
	}

	/**
	 * Let events reach no listener from now on, on this thread.
	 * @param kinds the classes of the events; all if none are given
	 * @return to be closed, on the same thread
	 */
	public Muting mute(Class<?>... kinds) {
		Attention here = attention();
		Set<Class<?>> muted = (kinds.length > 0) ? Set.of(kinds) : Set.of(ModelEvent.class);
		here.muted().add(muted);
		return () -> {
			here.muted().remove(muted);
			release(here);
		};
	}

	/**
	 * Run some work and return the events it sends, heard or not, in order; who listens
	 * is told as always. Of this thread only.
	 * @param work the work
	 * @return the events
	 */
	public List<ModelEvent<?>> captured(Runnable work) {
		Attention here = attention();
		List<ModelEvent<?>> events = new ArrayList<>();
		here.captured().add(events);
		try {
			work.run();
		}
		finally {
			here.captured().removeIf((list) -> list == events);
			release(here);
		}
		return events;
	}

	/** Say whether events about a model, or a relation of two, are heard. */
	boolean hears(Object about, EventKind kind) {
		Attention here = this.attention.get();
		if (here != null && !here.captured().isEmpty()) {
			return true;
		}
		return isHeard(about, kind) && (here == null || !here.isMuted(kind.type()));
	}

	private boolean isHeard(Object about, EventKind kind) {
		int listeners = this.signals.listeners();
		if (listeners == 0) {
			return false;
		}
		Ears known = this.ears.get(about);
		if (known == null || known.listeners() != listeners) {
			known = Ears.of(this.signals, about, listeners);
			this.ears.put(about, known);
		}
		return known.hears(kind);
	}

	void send(Object about, EventKind kind, ModelEvent<?> event) {
		Attention here = this.attention.get();
		if (here != null) {
			here.captured().forEach((events) -> events.add(event));
			if (here.isMuted(kind.type())) {
				return;
			}
		}
		if (isHeard(about, kind)) {
			this.signals.publish(event);
		}
	}

	/** What this thread pays attention to. */
	Attention attention() {
		Attention here = this.attention.get();
		if (here == null) {
			here = new Attention();
			this.attention.set(here);
		}
		return here;
	}

	/** Forget a thread that pays no attention to anything any more. */
	void release(Attention here) {
		if (here.isEmpty()) {
			this.attention.remove();
		}
	}

	/**
	 * Which events of a model somebody hears.
	 *
	 * @param listeners the listeners' number when that was found out
	 * @param heard the kinds somebody hears
	 */
	private record Ears(int listeners, Set<EventKind> heard) {

		static Ears of(Signals signals, Object about, int listeners) {
			Class<?>[] models = models(about);
			Set<EventKind> heard = EnumSet.noneOf(EventKind.class);
			for (EventKind kind : EventKind.values()) {
				if (kind.type().getTypeParameters().length == models.length
						&& signals.hears(ResolvableType.forClassWithGenerics(kind.type(), models))) {
					heard.add(kind);
				}
			}
			return new Ears(listeners, heard);
		}

		private static Class<?>[] models(Object about) {
			return (about instanceof DeclaredRelation relation)
					? new Class<?>[] { relation.declaring().javaType(), relation.target().javaType() }
					: new Class<?>[] { ((EntityModel) about).javaType() };
		}

		boolean hears(EventKind kind) {
			return this.heard.contains(kind);
		}

	}

	/** Ends a muting. */
	public interface Muting extends AutoCloseable {

		@Override
		void close();

	}

}
