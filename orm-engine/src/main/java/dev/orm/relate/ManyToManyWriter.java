package dev.orm.relate;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.TenantFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel.Through;
import dev.orm.model.Model;
import dev.orm.signal.RelationAction;
import dev.orm.signal.RelationChange;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows of a join table that belong to an instance. Django's many-to-many
 * related manager. Targets are instances or keys. Used by one thread, as the instance.
 */
public final class ManyToManyWriter {

	private final Owner owner;

	private final Workshop workshop;

	private final RowLookup rows;

	public ManyToManyWriter(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
		this.rows = workshop.rows();
	}

	/**
	 * Relate targets to the owner; those that are related already stay as they are.
	 * @param targets instances or keys
	 * @param throughDefaults attributes of new rows of a join model; a supplier among the
	 * values is asked once
	 * @return the keys of those that were not related before
	 * @throws dev.orm.error.IllegalQueryException if an instance is of another model
	 * @throws QueryValueException if the owner or a target is not saved
	 */
	public Set<Object> add(Collection<?> targets, List<Assignment<?>> throughDefaults) {
		Object key = ownerKey();
		Set<Object> keys = keys(targets);
		SavedState.forget(this.owner.instance(), this.owner.relation());
		return keys.isEmpty() ? Set.of() : changing(RelationAction.ADD, keys,
				() -> this.workshop.joinRows().add(this.owner, key, keys, throughDefaults));
	}

	/** Change join rows, and let whoever listens know of it before and after. */
	private Set<Object> changing(RelationAction action, Set<Object> keys, Supplier<Set<Object>> work) {
		if (!isHeard()) {
			return work.get();
		}
		RelationChange change = new RelationChange(this.owner.instance(), action, keys, this.owner.route());
		return this.workshop.sender().heard(this.owner.route(), () -> {
			this.workshop.lifecycle().beforeChange(this.owner.relation(), change);
			Set<Object> changed = work.get();
			this.workshop.lifecycle().afterChange(this.owner.relation(), change.done(changed));
			return changed;
		});
	}

	private boolean isHeard() {
		return this.workshop.lifecycle().isAroundChange(this.owner.relation());
	}

	/**
	 * Take the relation from targets; those that are not related do not matter.
	 * @param targets instances or keys
	 */
	public void remove(Collection<?> targets) {
		Object key = ownerKey();
		Set<Object> keys = removedKeys(targets);
		SavedState.forget(this.owner.instance(), this.owner.relation());
		if (!keys.isEmpty()) {
			changing(RelationAction.REMOVE, keys, () -> this.rows.areAll(this.owner.relation().target())
					? removeKeys(key, keys) : removeVisible(key, keys));
		}
	}

	private Set<Object> removeVisible(Object key, Collection<Object> keys) {
		return this.workshop.sender().together(this.owner.route(), () -> removeKeys(key, visible(keys)));
	}

	private Set<Object> removeKeys(Object key, Collection<Object> keys) {
		if (keys.isEmpty()) {
			return Set.of();
		}
		Through through = through();
		return delete(RowFilter.in(through.source(), List.of(key)).and(through.target(), keys),
				RowFilter.in(through.target(), List.of(key)).and(through.source(), keys));
	}

	/** The default manager of the target says which rows there are to remove. */
	private Collection<Object> visible(Collection<Object> keys) {
		EntityModel target = this.owner.relation().target();
		if (keys.isEmpty() || this.rows.areAll(target)) {
			return keys;
		}
		FieldModel referred = referred(through().target());
		return this.rows.values(target, referred, RowFilter.in(referred, keys), this.owner.route());
	}

	/** Take the relation from all targets. */
	public void clear() {
		Object key = ownerKey();
		SavedState.forget(this.owner.instance(), this.owner.relation());
		changing(RelationAction.CLEAR, Set.of(), () -> removeAll(key));
	}

	private Set<Object> removeAll(Object key) {
		if (!this.rows.areAll(this.owner.relation().target())) {
			return this.workshop.sender().together(this.owner.route(), () -> removeKeys(key, visible(related(key))));
		}
		Through through = through();
		return delete(RowFilter.in(through.source(), List.of(key)), RowFilter.in(through.target(), List.of(key)));
	}

	private Set<Object> related(Object key) {
		Through through = through();
		Set<Object> keys = new LinkedHashSet<>(related(through.source(), through.target(), key));
		if (through.symmetrical()) {
			keys.addAll(related(through.target(), through.source(), key));
		}
		return keys;
	}

	private List<Object> related(FieldModel near, FieldModel far, Object key) {
		return this.rows.values(far.model(), far, RowFilter.in(near, List.of(key)), this.owner.route());
	}

	/**
	 * Delete join rows, and their mirror images where a relation has them.
	 * @return the targets they led to, if somebody wants to hear of them
	 */
	private Set<Object> delete(RowFilter rows, RowFilter mirrored) {
		Through through = through();
		if (!isHeard()) {
			delete(through.symmetrical() ? rows.or(mirrored) : rows);
			return Set.of();
		}
		return this.workshop.sender().together(this.owner.route(), () -> {
			Set<Object> changed = through.autoCreated()
					? this.workshop.deleter().delete(through.model(), rows, through.target(), this.owner.route())
					: deleteInstances(rows);
			if (through.symmetrical()) {
				delete(mirrored);
			}
			return changed;
		});
	}

	/** Rows of a join model may be heard of, and referred to, themselves. */
	private Set<Object> deleteInstances(RowFilter rows) {
		Through through = through();
		Set<Object> changed = new LinkedHashSet<>(
				this.rows.values(through.model(), through.target(), rows, this.owner.route()));
		delete(rows);
		return changed;
	}

	private void delete(RowFilter rows) {
		EntityModel model = through().model();
		if (this.rows.areAll(model)) {
			this.workshop.deleter().delete(model, rows, this.owner.route());
		}
		else {
			this.workshop.deleter().delete(this.rows.matching(model, rows), this.owner.route());
		}
	}

	/**
	 * Relate exactly these targets, changing only rows that differ.
	 * @param targets instances or keys
	 * @param clear whether to take the relation from all first instead of comparing
	 * @param throughDefaults attributes of new rows of a join model
	 */
	public void set(Collection<?> targets, boolean clear, List<Assignment<?>> throughDefaults) {
		Object key = ownerKey();
		Set<Object> added = keys(targets);
		this.workshop.sender().together(this.owner.route(), () -> {
			if (clear) {
				clear();
			}
			else {
				Set<Object> old = new LinkedHashSet<>(visible(related(through().source(), through().target(), key)));
				remove(without(old, added));
				added.retainAll(without(added, old));
			}
			add(added, throughDefaults);
		});
	}

	/** Return the keys that equal none of others, by the rule of their column. */
	private Set<Object> without(Set<Object> keys, Set<Object> others) {
		FieldModel referred = referred(through().target());
		Set<@Nullable Object> forms = new HashSet<>();
		others.forEach((other) -> forms.add(referred.key(other)));
		Set<Object> rest = new LinkedHashSet<>(keys);
		rest.removeIf((key) -> forms.contains(referred.key(key)));
		return rest;
	}

	private Set<Object> keys(Collection<?> targets) {
		Map<@Nullable Object, Object> keys = new LinkedHashMap<>();
		FieldModel referred = referred(through().target());
		for (@Nullable
		Object target : targets) {
			Object key = (target instanceof Model instance) ? key(instance, referred) : referred.convert(target);
			if (key == null) {
				throw new QueryValueException(
						"Cannot relate nothing to %s: a key is null".formatted(this.owner.relation()),
						this.owner.relation().subject());
			}
			keys.putIfAbsent(referred.key(key), key);
		}
		return new LinkedHashSet<>(keys.values());
	}

	/** What has no key, or is nothing, was never related. */
	private Set<Object> removedKeys(Collection<?> targets) {
		Set<Object> keys = new LinkedHashSet<>();
		FieldModel referred = referred(through().target());
		for (@Nullable
		Object target : targets) {
			@Nullable Object key = target;
			if (target instanceof Model instance) {
				if (!this.owner.relation().target().concrete().javaType().isInstance(instance)) {
					throw new QueryValueException("Cannot remove %s from %s: it must be a %s".formatted(target,
							this.owner.relation(), this.owner.relation().target().name()),
							this.owner.relation().subject())
						.of(target);
				}
				key = this.workshop.values().attribute(instance, referred);
			}
			if (key != null) {
				keys.add(Objects.requireNonNull(referred.convert(key)));
			}
		}
		return keys;
	}

	private Object key(Model target, FieldModel referred) {
		InstanceValues.requireModel(this.owner.relation(), target);
		@Nullable Object key = this.workshop.values().attribute(target, referred);
		if (key == null) {
			throw new QueryValueException(
					"Cannot add %s to %s: the value for field '%s' is not set. hint: save it first".formatted(target,
							this.owner.relation(), referred.name()),
					this.owner.relation().subject())
				.of(target);
		}
		FieldModel tenant = this.workshop.models().of(this.owner.relation().source()).tenant();
		if (tenant != null) {
			TenantFields.checkRelated(tenant, this.owner.instance(), this.owner.relation(), target);
		}
		return key;
	}

	private Object ownerKey() {
		return this.owner.key(this.workshop.values(), referred(through().source()), "used");
	}

	private static FieldModel referred(FieldModel foreignKey) {
		return InstanceValues.relation(foreignKey).path().get(0).toField();
	}

	private Through through() {
		return this.owner.relation().throughTable();
	}

}
