package dev.orm.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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
import dev.orm.instance.WriteModel;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;

/**
 * Changes which rows point to an instance by a foreign key. Django's reverse related
 * manager. Used by one thread, as the instance.
 */
public final class ReverseForeignKeyWriter extends PointingWriter {

	private final RowLookup rows;

	private final Newcomers newcomers;

	public ReverseForeignKeyWriter(Owner owner, Workshop workshop) {
		super(owner, workshop);
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
		Object key = this.pointing.ownerKey();
		this.pointing.require(objects);
		if (bulk) {
			this.pointing.requireSaved(objects);
		}
		Set<Model> each = Collections.newSetFromMap(new IdentityHashMap<>());
		each.addAll(objects);
		List<Runnable> undo = new ArrayList<>();
		each.forEach((object) -> undo.add(undo(object)));
		this.workshop.sender().undoing(() -> undo.forEach(Runnable::run), this.owner.route(), () -> {
			each.forEach(
					(object) -> undo.add(InstanceSetter.point(object, fieldOf(object), key, this.owner.instance())));
			this.pointing.forget();
			return write(objects, each, key, bulk);
		});
	}

	private InstanceUndo undo(Model object) {
		WriteModel model = this.workshop.models().of(object);
		return InstanceUndo.of(model.binding(), this.newcomers.changed(model), List.of(object), true);
	}

	private boolean write(Collection<? extends Model> objects, Set<Model> each, Object key, boolean bulk) {
		if (!bulk) {
			this.pointing.save(objects);
		}
		else if (!objects.isEmpty()) {
			List<Object> keys = this.pointing.keys(objects);
			this.newcomers.point(each, keys, key, () -> this.workshop.updater()
				.set(foreignKey(), key, RowFilter.keys(keyOfRows(), keys), this.owner.route()));
			this.pointing.countUp(each);
		}
		return bulk;
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
		Object key = this.pointing.ownerKey();
		List<Object> keys = new ArrayList<>();
		for (Object target : objects) {
			this.pointing.require(List.of(target));
			Model object = (Model) target;
			if (!this.owner.referred().isSame(key, this.workshop.values().value(object, fieldOf(object)))) {
				throw this.pointing.unrelated(object);
			}
			// an object that is not saved has no row to change
			Optional.ofNullable(this.workshop.values().key(object, this.workshop.models().model(object).key()))
				.ifPresent(keys::add);
		}
		this.pointing.forget();
		detachKeys(key, keys, bulk);
	}

	private void detachKeys(Object ownerKey, Collection<?> keys, boolean bulk) {
		if (!keys.isEmpty()) {
			detachRows(RowFilter.keys(keyOfRows(), keys).and(foreignKey(), List.of(ownerKey)), bulk);
		}
	}

	/** Let rows point nowhere: those of the default manager, which alone are related. */
	private void detachRows(RowFilter filter, boolean bulk) {
		EntityModel target = this.pointing.model();
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
		Object key = this.pointing.ownerKey();
		this.pointing.forget();
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
		super.set(objects, bulk, clear);
	}

	@Override
	void replace(Collection<? extends Model> objects, boolean bulk) {
		Object key = this.pointing.ownerKey();
		PointingObjects.Difference difference = this.pointing.difference(objects,
				RowFilter.in(foreignKey(), List.of(key)));
		detachKeys(key, difference.gone(), bulk);
		add(difference.added(), bulk);
	}

	/**
	 * Add the owner to what a new object is made of, so that it points there.
	 * @param assignments the other attributes
	 * @return the attributes of an object of this relation
	 */
	@Override
	public List<Assignment<?>> belonging(List<Assignment<?>> assignments) {
		this.pointing.ownerKey();
		List<Assignment<?>> all = new ArrayList<>(assignments);
		all.add(new Assignment<>(foreignKey().name(), new Atom.Literal(this.owner.instance(), null)));
		return all;
	}

	private FieldModel foreignKey() {
		return this.owner.relation().foreignKey();
	}

	private FieldModel fieldOf(Model object) {
		return this.pointing.fieldOf(object, foreignKey());
	}

	private List<FieldModel> keyOfRows() {
		return foreignKey().owner().key();
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
