package dev.orm.signal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.orm.meta.EntityModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Hook;
import dev.orm.model.Hooks;
import dev.orm.model.Model;
import dev.orm.model.Saving;

/**
 * What happens around the write of one instance: its own hooks, then events for everybody
 * else. Thread-safe.
 */
public final class Lifecycle {

	private static final Set<Hook> AROUND_SAVE = Set.of(Hook.BEFORE_SAVE, Hook.AFTER_SAVE);

	private static final Set<Hook> AROUND_DELETE = Set.of(Hook.BEFORE_DELETE, Hook.AFTER_DELETE);

	private final Events events;

	private final Map<EntityModel, Hooks> hooks = new ConcurrentHashMap<>();

	private final Map<RelationModel, DeclaredRelation> relations = new ConcurrentHashMap<>();

	/**
	 * Create it.
	 * @param events the events of the ORM
	 */
	public Lifecycle(Events events) {
		this.events = events;
	}

	private Hooks hooks(EntityModel model) {
		Hooks known = this.hooks.get(model);
		return (known != null) ? known : this.hooks.computeIfAbsent(model, (missing) -> Hooks.of(missing.binding()));
	}

	/**
	 * Return whether anything happens around the saves of a model.
	 * @param model the model
	 * @return false if nobody hears of them
	 */
	public boolean isAroundSave(EntityModel model) {
		return hasAny(model, AROUND_SAVE) || hearsSaves(model);
	}

	/**
	 * Return whether the saves of a model need a transaction: somebody could refuse what
	 * is written, or waits for its commit.
	 * @param model the model
	 * @return true if so
	 */
	public boolean isSavedInTransaction(EntityModel model) {
		return hooks(model).has(Hook.AFTER_SAVE) || hearsSaves(model);
	}

	private boolean hearsSaves(EntityModel model) {
		return this.events.hears(model, EventKind.PRE_SAVE) || this.events.hears(model, EventKind.POST_SAVE);
	}

	/**
	 * Return whether anything happens around the deletes of a model's rows, which have to
	 * be loaded then.
	 * @param model the model
	 * @return false if nobody hears of them
	 */
	public boolean isAroundDelete(EntityModel model) {
		return !model.autoCreated() && (hasAny(model, AROUND_DELETE) || hearsDeletes(model));
	}

	/**
	 * Return whether anybody hears events of the deletes of a model's rows.
	 * @param model the model
	 * @return false if nobody does
	 */
	public boolean hearsDeletes(EntityModel model) {
		return !model.autoCreated()
				&& (this.events.hears(model, EventKind.PRE_DELETE) || this.events.hears(model, EventKind.POST_DELETE));
	}

	private boolean hasAny(EntityModel model, Set<Hook> wanted) {
		Set<Hook> overridden = hooks(model).overridden();
		return !overridden.isEmpty() && wanted.stream().anyMatch(overridden::contains);
	}

	/**
	 * Call what comes before a save.
	 * @param model the model
	 * @param instance the instance
	 * @param saving how it is saved
	 * @param stored reads its row
	 */
	public void beforeSave(EntityModel model, Model instance, Saving saving, Supplier<Optional<Model>> stored) {
		guarded(model, instance, "beforeSave() or PreSave event", () -> {
			hooks(model).beforeSave(instance, saving);
			if (this.events.hears(model, EventKind.PRE_SAVE)) {
				this.events.send(model, EventKind.PRE_SAVE, new PreSave<>(model, instance, saving, stored));
			}
		});
	}

	/**
	 * Call what comes after a save.
	 * @param model the model
	 * @param instance the instance
	 * @param saving how it was saved
	 */
	public void afterSave(EntityModel model, Model instance, Saving saving) {
		guarded(model, instance, "afterSave() or PostSave event", () -> {
			hooks(model).afterSave(instance, saving);
			if (this.events.hears(model, EventKind.POST_SAVE)) {
				this.events.send(model, EventKind.POST_SAVE, new PostSave<>(model, instance, saving));
			}
		});
	}

	private void guarded(EntityModel model, Model instance, String occasion, Runnable work) {
		Attention here = this.events.attention();
		here.enter(instance, model.name(), occasion);
		try {
			work.run();
		}
		finally {
			here.leave(instance);
			this.events.release(here);
		}
	}

	/**
	 * Call the hooks that come before the row of an instance is deleted.
	 * @param model the model
	 * @param instance the instance
	 */
	public void beforeDelete(EntityModel model, Model instance) {
		hooks(model).beforeDelete(instance);
	}

	/**
	 * Tell that the row of an instance is about to be deleted.
	 * @param model the model
	 * @param instance the instance
	 * @param deletion where the delete starts
	 */
	public void sendBeforeDelete(EntityModel model, Model instance, Deletion deletion) {
		if (this.events.hears(model, EventKind.PRE_DELETE)) {
			this.events.send(model, EventKind.PRE_DELETE, new PreDelete<>(model, instance, deletion));
		}
	}

	/**
	 * Call the hooks that come after the row of an instance was deleted.
	 * @param model the model
	 * @param instance the instance
	 */
	public void afterDelete(EntityModel model, Model instance) {
		hooks(model).afterDelete(instance);
	}

	/**
	 * Tell that the row of an instance was deleted.
	 * @param model the model
	 * @param instance the instance
	 * @param deletion where the delete started
	 */
	public void sendAfterDelete(EntityModel model, Model instance, Deletion deletion) {
		if (this.events.hears(model, EventKind.POST_DELETE)) {
			this.events.send(model, EventKind.POST_DELETE, new PostDelete<>(model, instance, deletion));
		}
	}

	private DeclaredRelation declared(RelationModel relation) {
		DeclaredRelation known = this.relations.get(relation);
		return (known != null) ? known : this.relations.computeIfAbsent(relation, DeclaredRelation::of);
	}

	/**
	 * Return whether anybody hears of changes of a many-to-many relation.
	 * @param relation the relation, from either side
	 * @return false if nobody does
	 */
	public boolean isAroundChange(RelationModel relation) {
		DeclaredRelation declared = declared(relation);
		return this.events.hears(declared, EventKind.RELATION_CHANGING)
				|| this.events.hears(declared, EventKind.RELATION_CHANGED);
	}

	/**
	 * Tell that a many-to-many relation is about to change.
	 * @param relation the relation, from the side of the owner
	 * @param change what is about to change
	 */
	public void beforeChange(RelationModel relation, RelationChange change) {
		DeclaredRelation declared = declared(relation);
		if (this.events.hears(declared, EventKind.RELATION_CHANGING)) {
			this.events.send(declared, EventKind.RELATION_CHANGING, new RelationChanging<>(declared, change));
		}
	}

	/**
	 * Tell that a many-to-many relation has changed.
	 * @param relation the relation, from the side of the owner
	 * @param change what has changed
	 */
	public void afterChange(RelationModel relation, RelationChange change) {
		DeclaredRelation declared = declared(relation);
		if (!change.keys().isEmpty() && this.events.hears(declared, EventKind.RELATION_CHANGED)) {
			this.events.send(declared, EventKind.RELATION_CHANGED, new RelationChanged<>(declared, change));
		}
	}

}
