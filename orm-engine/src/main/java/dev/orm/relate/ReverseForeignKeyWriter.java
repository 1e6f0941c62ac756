package dev.orm.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RelationOperationException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceUndo;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModel;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import org.jspecify.annotations.Nullable;

/**
 * Changes which rows point to an instance by a foreign key. Django's reverse related
 * manager. Used by one thread, as the instance.
 */
public final class ReverseForeignKeyWriter implements PointingWriter {

	private final Owner owner;

	private final Workshop workshop;

	private final RowLookup rows;

	private final Newcomers newcomers;

	public ReverseForeignKeyWriter(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
		this.rows = workshop.rows();
		this.newcomers = new Newcomers(owner, workshop);
	}

	/**
	 * Let objects point to the owner.
	 * @param objects the objects
	 * @param bulk whether to change them by one UPDATE, for which they must be saved;
	 * else each is saved whole
	 * @throws dev.orm.error.IllegalQueryException if one is of another model
	 * @throws QueryValueException if one is not saved, or the owner is not
	 */
	@Override
	public void add(Collection<? extends Model> objects, boolean bulk) {
		Object key = ownerKey();
		objects.forEach((object) -> InstanceValues.requireModel(this.owner.relation(), object));
		if (bulk) {
			objects.forEach(this::requireSaved);
		}
		Set<Model> each = Collections.newSetFromMap(new IdentityHashMap<>());
		each.addAll(objects);
		List<Runnable> undo = new ArrayList<>();
		each.forEach((object) -> undo.add(undo(object)));
		this.workshop.sender().undoing(() -> undo.forEach(Runnable::run), this.owner.route(), () -> {
			each.forEach(
					(object) -> undo.add(InstanceSetter.point(object, fieldOf(object), key, this.owner.instance())));
			SavedState.forget(this.owner.instance(), this.owner.relation());
			return write(objects, each, key, bulk);
		});
	}

	private InstanceUndo undo(Model object) {
		WriteModel model = this.workshop.models().of(object);
		return InstanceUndo.of(model.binding(), this.newcomers.changed(model), List.of(object), true);
	}

	private boolean write(Collection<? extends Model> objects, Set<Model> each, Object key, boolean bulk) {
		if (!bulk) {
			this.workshop.sender()
				.together(this.owner.route(), () -> objects
					.forEach((object) -> this.workshop.saver().save(object, SaveOptions.on(this.owner.route()))));
		}
		else if (!objects.isEmpty()) {
			List<Object> keys = keys(objects);
			this.newcomers.point(each, keys, key, () -> this.workshop.updater()
				.set(foreignKey(), key, RowFilter.keys(keyOfRows(), keys), this.owner.route()));
			countUp(each);
		}
		return bulk;
	}

	/** The versions as the UPDATE left them: the objects hold what it changed. */
	private void countUp(Set<Model> objects) {
		for (Model object : objects) {
			FieldModel version = this.workshop.models().of(object).version();
			if (version != null) {
				this.workshop.state().countUp(object, version);
			}
		}
	}

	private void requireSaved(Model object) {
		if (!object.isSaved()) {
			throw new QueryValueException(
					"%s is not saved. hint: save it first, or add with bulk = false to have it saved"
						.formatted(this.workshop.models().model(object)),
					this.owner.relation().subject())
				.of(object);
		}
	}

	/**
	 * Let objects point nowhere.
	 * @param objects the objects, each pointing to the owner
	 * @param bulk whether to change them by one UPDATE; else each is loaded and saved
	 * @throws RelationOperationException if the foreign key takes no NULL
	 * @throws DoesNotExistException if an object does not point to the owner
	 */
	@Override
	public void remove(Collection<?> objects, boolean bulk) {
		requireNullable("remove");
		Object key = ownerKey();
		List<Object> keys = new ArrayList<>();
		for (Object target : objects) {
			InstanceValues.requireModel(this.owner.relation(), target);
			Model object = (Model) target;
			if (!referred().isSame(key, this.workshop.values().value(object, fieldOf(object)))) {
				throw unrelated(object);
			}
			// an object that is not saved has no row to change
			Optional.ofNullable(this.workshop.values().key(object, this.workshop.models().model(object).key()))
				.ifPresent(keys::add);
		}
		SavedState.forget(this.owner.instance(), this.owner.relation());
		detachKeys(key, keys, bulk);
	}

	private DoesNotExistException unrelated(Model object) {
		EntityModel model = this.workshop.models().model(object);
		return new DoesNotExistException("The %s is not related to the %s by %s".formatted(model,
				this.owner.relation().source(), this.owner.relation()), model.name(), object.pk());
	}

	private void detachKeys(Object ownerKey, Collection<?> keys, boolean bulk) {
		if (!keys.isEmpty()) {
			detachRows(RowFilter.keys(keyOfRows(), keys).and(foreignKey(), List.of(ownerKey)), bulk);
		}
	}

	/** Let rows point nowhere: those of the default manager, which alone are related. */
	private void detachRows(RowFilter filter, boolean bulk) {
		EntityModel target = this.owner.relation().target();
		if (!bulk) {
			detachEach(this.rows.instances(this.rows.matching(target, filter), this.owner.route()));
		}
		else {
			this.workshop.updater()
				.update(this.rows.matching(target, filter),
						List.of(new Assignment<>(foreignKey().name(), Nodes.of(null))), this.owner.route());
		}
	}

	private void detachEach(Collection<? extends Model> objects) {
		this.workshop.sender().together(this.owner.route(), () -> objects.forEach((object) -> {
			InstanceSetter.point(object, fieldOf(object), null, null);
			this.workshop.saver()
				.save(object, SaveOptions.on(this.owner.route()).updateFields(List.of(foreignKey().name())));
		}));
	}

	/**
	 * Let all objects that point to the owner point nowhere.
	 * @param bulk whether to change them by one UPDATE; else each is loaded and saved
	 * @throws RelationOperationException if the foreign key takes no NULL
	 */
	@Override
	public void clear(boolean bulk) {
		requireNullable("clear");
		Object key = ownerKey();
		SavedState.forget(this.owner.instance(), this.owner.relation());
		detachRows(RowFilter.in(foreignKey(), List.of(key)), bulk);
	}

	/**
	 * Let exactly these objects point to the owner, changing only the rows that differ.
	 * With a foreign key that takes no NULL the others stay.
	 * @param objects the objects
	 * @param bulk whether to change rows by one UPDATE
	 * @param clear whether to detach all first instead of comparing
	 */
	@Override
	public void set(Collection<? extends Model> objects, boolean bulk, boolean clear) {
		if (!foreignKey().nullable()) {
			add(objects, bulk);
			return;
		}
		objects.forEach((object) -> InstanceValues.requireModel(this.owner.relation(), object));
		this.workshop.sender().together(this.owner.route(), () -> {
			if (clear) {
				clear(bulk);
				add(objects, bulk);
			}
			else {
				replace(objects, bulk);
			}
		});
	}

	private void replace(Collection<? extends Model> objects, boolean bulk) {
		Object key = ownerKey();
		EntityModel target = this.owner.relation().target().concrete();
		Map<Object, Object> old = new LinkedHashMap<>();
		this.rows.select(this.owner.relation().target(), RowFilter.in(foreignKey(), List.of(key)), this.owner.route())
			.storedKeys()
			.forEach((stored) -> old.put(Objects.requireNonNull(target.key(stored)), stored));
		List<Model> added = new ArrayList<>();
		for (Model object : objects) {
			Object objectKey = target.key(this.workshop.values().key(object, target.key()));
			if (objectKey == null || old.remove(objectKey) == null) {
				added.add(object);
			}
		}
		detachKeys(key, old.values(), bulk);
		add(added, bulk);
	}

	/**
	 * Add the owner to what a new object is made of, so that it points there.
	 * @param assignments the other attributes
	 * @return the attributes of an object of this relation
	 */
	@Override
	public List<Assignment<?>> belonging(List<Assignment<?>> assignments) {
		ownerKey();
		List<Assignment<?>> all = new ArrayList<>(assignments);
		all.add(new Assignment<>(foreignKey().name(), new Atom.Literal(this.owner.instance(), null)));
		return all;
	}

	private FieldModel foreignKey() {
		return this.owner.relation().foreignKey();
	}

	/** A child or a proxy sees the foreign key as a field of its own. */
	private FieldModel fieldOf(Model object) {
		EntityModel model = this.workshop.models().model(object);
		return model.field(foreignKey().name()).orElseThrow();
	}

	private List<FieldModel> keyOfRows() {
		return foreignKey().owner().key();
	}

	private List<Object> keys(Collection<? extends Model> objects) {
		List<Object> keys = new ArrayList<>();
		for (Model object : objects) {
			Object key = this.workshop.values().key(object, this.workshop.models().model(object).key());
			if (key == null) {
				throw new QueryValueException(
						"%s has no key. hint: save it first".formatted(this.workshop.models().model(object)),
						this.owner.relation().subject())
					.of(object);
			}
			keys.add(key);
		}
		return keys;
	}

	private Object ownerKey() {
		@Nullable Object key = this.workshop.values().attribute(this.owner.instance(), referred());
		if (key == null) {
			throw new QueryValueException(
					"%s needs to be saved before its relation %s can be changed"
						.formatted(this.owner.relation().source(), this.owner.relation().name()),
					this.owner.relation().subject())
				.of(this.owner.instance());
		}
		return key;
	}

	private FieldModel referred() {
		return this.owner.relation().path().get(0).fromField();
	}

	private void requireNullable(String operation) {
		if (!foreignKey().nullable()) {
			throw new RelationOperationException(
					"%s has no %s(): %s takes no NULL. hint: point the objects elsewhere, or delete them"
						.formatted(this.owner.relation(), operation, foreignKey()),
					this.owner.relation().subject());
		}
	}

}
