package dev.orm.signal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.orm.model.Model;

import org.springframework.core.ResolvableType;

/**
 * Listeners in plain Java, for applications without Spring's application events. Each
 * hears of a model and of all that extend it, {@code Model.class} means all models; they
 * are told in the order in which they were added, and of an event of theirs once, however
 * often they were. Thread-safe.
 */
public final class Listeners implements Signals {

	private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();

	private final AtomicInteger changes = new AtomicInteger();

	/**
	 * Be told before instances are saved.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners preSave(Class<T> model, Consumer<PreSave<T>> listener) {
		return add(PreSave.class, listener, model);
	}

	/**
	 * Be told after instances were saved.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners postSave(Class<T> model, Consumer<PostSave<T>> listener) {
		return add(PostSave.class, listener, model);
	}

	/**
	 * Be told before rows are deleted.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners preDelete(Class<T> model, Consumer<PreDelete<T>> listener) {
		return add(PreDelete.class, listener, model);
	}

	/**
	 * Be told after rows were deleted.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners postDelete(Class<T> model, Consumer<PostDelete<T>> listener) {
		return add(PostDelete.class, listener, model);
	}

	/**
	 * Be told before many-to-many relations change.
	 * @param <O> the model that declares the relation
	 * @param <T> the model it leads to
	 * @param declaring the model that declares the relation
	 * @param target the model it leads to
	 * @param listener the listener
	 * @return these listeners
	 */
	public <O extends Model, T extends Model> Listeners relationChanging(Class<O> declaring, Class<T> target,
			Consumer<RelationChanging<O, T>> listener) {
		return add(RelationChanging.class, listener, declaring, target);
	}

	/**
	 * Be told after many-to-many relations have changed.
	 * @param <O> the model that declares the relation
	 * @param <T> the model it leads to
	 * @param declaring the model that declares the relation
	 * @param target the model it leads to
	 * @param listener the listener
	 * @return these listeners
	 */
	public <O extends Model, T extends Model> Listeners relationChanged(Class<O> declaring, Class<T> target,
			Consumer<RelationChanged<O, T>> listener) {
		return add(RelationChanged.class, listener, declaring, target);
	}

	@SuppressWarnings("unchecked")
	private Listeners add(Class<?> event, Consumer<? extends ModelEvent<?>> listener, Class<?>... models) {
		if (this.listeners.addIfAbsent(new Listener(event, List.of(models), (Consumer<ModelEvent<?>>) listener))) {
			this.changes.incrementAndGet();
		}
		return this;
	}

	/**
	 * Tell a listener nothing any longer. Django's {@code disconnect}.
	 * @param listener the listener, the very object that was added
	 * @return whether it was told of anything
	 */
	public boolean disconnect(Consumer<? extends ModelEvent<?>> listener) {
		boolean removed = this.listeners.removeIf((known) -> known.work() == listener);
		if (removed) {
			this.changes.incrementAndGet();
		}
		return removed;
	}

	@Override
	public int listeners() {
		return this.listeners.isEmpty() ? 0 : this.changes.get();
	}

	@Override
	public boolean hears(ResolvableType event) {
		return this.listeners.stream().anyMatch((listener) -> listener.hears(event));
	}

	@Override
	public void publish(ModelEvent<?> event) {
		for (Listener listener : this.listeners) {
			if (listener.hears(event.getResolvableType())) {
				listener.work().accept(event);
			}
		}
	}

	private record Listener(Class<?> event, List<Class<?>> models, Consumer<ModelEvent<?>> work) {

		boolean hears(ResolvableType type) {
			return this.event == type.toClass() && IntStream.range(0, this.models.size())
				.allMatch((i) -> this.models.get(i).isAssignableFrom(type.getGeneric(i).toClass()));
		}

	}

}
