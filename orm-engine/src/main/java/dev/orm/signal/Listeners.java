package dev.orm.signal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.orm.model.Model;

import org.springframework.core.ResolvableType;

/**
 * Listeners in plain Java, for applications without Spring's application events. Each
 * hears of a model and of all that extend it, {@code Model.class} means all models; they
 * are told in the order in which they were added. Thread-safe.
 */
public final class Listeners implements Signals {

	private final List<Listener> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Be told before instances are saved.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners preSave(Class<T> model, Consumer<PreSave<T>> listener) {
		return add(PreSave.class, model, listener);
	}

	/**
	 * Be told after instances were saved.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners postSave(Class<T> model, Consumer<PostSave<T>> listener) {
		return add(PostSave.class, model, listener);
	}

	/**
	 * Be told before rows are deleted.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners preDelete(Class<T> model, Consumer<PreDelete<T>> listener) {
		return add(PreDelete.class, model, listener);
	}

	/**
	 * Be told after rows were deleted.
	 * @param <T> the model
	 * @param model the model, or what several models extend
	 * @param listener the listener
	 * @return these listeners
	 */
	public <T extends Model> Listeners postDelete(Class<T> model, Consumer<PostDelete<T>> listener) {
		return add(PostDelete.class, model, listener);
	}

	@SuppressWarnings("unchecked")
	private Listeners add(Class<?> event, Class<?> model, Consumer<? extends ModelEvent<?>> listener) {
		this.listeners.add(new Listener(event, model, (Consumer<ModelEvent<?>>) listener));
		return this;
	}

	@Override
	public int listeners() {
		return this.listeners.size();
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

	private record Listener(Class<?> event, Class<?> model, Consumer<ModelEvent<?>> work) {

		boolean hears(ResolvableType type) {
			return this.event == type.toClass() && this.model.isAssignableFrom(type.getGeneric(0).toClass());
		}

	}

}
