package dev.orm.model;

import java.util.Set;

/**
 * Calls the hooks that a model overrides, and no others. For the engine. Immutable.
 *
 * @param overridden the hooks
 */
public record Hooks(Set<Hook> overridden) {

	private static final Hooks NONE = new Hooks(Set.of());

	public Hooks {
		overridden = Set.copyOf(overridden);
	}

	/**
	 * Return the hooks of a model.
	 * @param binding its binding
	 * @return the hooks
	 */
	public static Hooks of(EntityBinding<?> binding) {
		Set<Hook> overridden = binding.hooks();
		return overridden.isEmpty() ? NONE : new Hooks(overridden);
	}

	/**
	 * Let an instance say what is wrong with it.
	 * @param instance the instance
	 * @param errors takes what is wrong
	 */
	public static void clean(Model instance, Errors errors) {
		instance.clean(errors);
	}

	/**
	 * Return whether the model overrides a hook.
	 * @param hook the hook
	 * @return true if it does
	 */
	public boolean has(Hook hook) {
		return this.overridden.contains(hook);
	}

	/**
	 * Let an instance prepare for its save.
	 * @param instance the instance
	 * @param saving how it is saved
	 */
	public void beforeSave(Model instance, Saving saving) {
		if (has(Hook.BEFORE_SAVE)) {
			instance.beforeSave(saving);
		}
	}

	/**
	 * Tell an instance that its row is written.
	 * @param instance the instance
	 * @param saving how it was saved
	 */
	public void afterSave(Model instance, Saving saving) {
		if (has(Hook.AFTER_SAVE)) {
			instance.afterSave(saving);
		}
	}

	/**
	 * Let an instance prepare for its deletion.
	 * @param instance the instance
	 */
	public void beforeDelete(Model instance) {
		if (has(Hook.BEFORE_DELETE)) {
			instance.beforeDelete();
		}
	}

	/**
	 * Tell an instance that its row is gone.
	 * @param instance the instance
	 */
	public void afterDelete(Model instance) {
		if (has(Hook.AFTER_DELETE)) {
			instance.afterDelete();
		}
	}

	/**
	 * Tell an instance that it was loaded.
	 * @param instance the instance
	 */
	public void afterLoad(Model instance) {
		if (has(Hook.AFTER_LOAD)) {
			instance.afterLoad();
		}
	}

}
