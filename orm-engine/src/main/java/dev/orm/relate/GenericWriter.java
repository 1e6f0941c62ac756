package dev.orm.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.instance.InstanceValues;
import dev.orm.load.ValuesUndo;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel.TypedKey;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.query.QuerySpec;
import dev.orm.write.RowFilter;
import dev.orm.write.SavedState;
import org.jspecify.annotations.Nullable;

/**
 * Changes which rows point to an instance by a generic key. What points to it no longer
 * is deleted, as it would point nowhere. Django's generic related manager.
 */
public final class GenericWriter implements PointingWriter {

	private final Owner owner;

	private final Workshop workshop;

	private final TypedKey typed;

	private final FieldModel id;

	public GenericWriter(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
		this.typed = Objects.requireNonNull(owner.relation().typed());
		this.id = owner.relation().foreignKey();
	}

	@Override
	public void add(Collection<? extends Model> objects, boolean bulk) {
		Object key = ownerKey();
		objects.forEach((object) -> InstanceValues.requireModel(this.owner.relation(), object));
		if (bulk) {
			objects.forEach(this::requireSaved);
		}
		List<ValuesUndo> undo = new ArrayList<>();
		for (Model object : objects) {
			ValuesUndo before = new ValuesUndo(object, List.of(of(object, this.typed.type()), of(object, this.id)));
			undo.add(before);
			point(object, key);
			before.changed();
		}
		this.workshop.sender().undoing(() -> undo.forEach(ValuesUndo::run), this.owner.route(), () -> {
			forget();
			return write(objects, key, bulk);
		});
	}

	private void point(Model object, Object key) {
		FieldModel type = of(object, this.typed.type());
		GenericKey<Object> handle = GenericKey.loaded(object, type.index(), this.typed.table(),
				Objects.requireNonNull(this.id.convert(key)));
		handle.cache(this.owner.instance());
		type.set(object, handle);
	}

	private boolean write(Collection<? extends Model> objects, Object key, boolean bulk) {
		if (!bulk) {
			this.workshop.sender()
				.together(this.owner.route(), () -> objects
					.forEach((object) -> this.workshop.saver().save(object, SaveOptions.on(this.owner.route()))));
		}
		else if (!objects.isEmpty()) {
			QuerySpec rows = RowFilter.keys(model().concrete().key(), keys(objects)).of(model().concrete());
			this.workshop.updater()
				.update(rows, List.of(new Assignment<>(this.typed.type().name(), Nodes.of(this.typed.table())),
						new Assignment<>(this.id.name(), Nodes.of(key))), this.owner.route());
			objects.forEach(this::countUp);
		}
		return bulk;
	}

	private void countUp(Model object) {
		FieldModel version = this.workshop.models().of(object).version();
		if (version != null) {
			this.workshop.state().countUp(object, version);
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

	@Override
	public void remove(Collection<?> objects, boolean bulk) {
		Object key = ownerKey();
		List<Model> related = new ArrayList<>();
		for (Object target : objects) {
			InstanceValues.requireModel(this.owner.relation(), target);
			Model object = (Model) target;
			if (!this.typed.table().equals(value(object, this.typed.type()))
					|| !this.id.isSame(key, value(object, this.id))) {
				throw unrelated(object);
			}
			related.add(object);
		}
		forget();
		if (!related.isEmpty()) {
			delete(RowFilter.keys(model().concrete().key(), keys(related)), key, bulk);
		}
	}

	private DoesNotExistException unrelated(Model object) {
		EntityModel model = this.workshop.models().model(object);
		return new DoesNotExistException("The %s is not related to the %s by %s".formatted(model,
				this.owner.relation().source(), this.owner.relation()), model.name(), object.pk());
	}

	@Override
	public void clear(boolean bulk) {
		Object key = ownerKey();
		forget();
		delete(RowFilter.in(this.id, List.of(key)), key, bulk);
	}

	/** Delete rows of the default manager, which alone are related. */
	private void delete(RowFilter rows, Object key, boolean bulk) {
		QuerySpec doomed = this.workshop.rows()
			.matching(model(), rows.and(this.id, List.of(key)).and(this.typed.type(), List.of(this.typed.table())));
		if (bulk) {
			this.workshop.deleter().delete(doomed, this.owner.route());
			return;
		}
		this.workshop.sender()
			.together(this.owner.route(),
					() -> this.workshop.rows()
						.instances(doomed, this.owner.route())
						.forEach((instance) -> this.workshop.deleter().delete(instance, this.owner.route())));
	}

	@Override
	public void set(Collection<? extends Model> objects, boolean bulk, boolean clear) {
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
		EntityModel concrete = model().concrete();
		Map<Object, Object> old = new LinkedHashMap<>();
		this.workshop.rows()
			.select(model(), RowFilter.in(this.id, List.of(key)).and(this.typed.type(), List.of(this.typed.table())),
					this.owner.route())
			.storedKeys()
			.forEach((stored) -> old.put(Objects.requireNonNull(concrete.key(stored)), stored));
		List<Model> added = new ArrayList<>();
		for (Model object : objects) {
			Object form = concrete.key(this.workshop.values().key(object, concrete.key()));
			if (form == null || old.remove(form) == null) {
				added.add(object);
			}
		}
		if (!old.isEmpty()) {
			delete(RowFilter.keys(concrete.key(), old.values()), key, bulk);
		}
		add(added, bulk);
	}

	@Override
	public List<Assignment<?>> belonging(List<Assignment<?>> assignments) {
		ownerKey();
		List<Assignment<?>> all = new ArrayList<>(assignments);
		all.add(new Assignment<>(this.typed.attribute(), new Atom.Literal(handle(), null)));
		return all;
	}

	private GenericKey<?> handle() {
		GenericKey<?> handle = GenericKey.of(this.typed.model().javaType(), ownerKey());
		handle.cache(this.owner.instance());
		return handle;
	}

	private EntityModel model() {
		return this.owner.relation().target();
	}

	private void forget() {
		SavedState.forget(this.owner.instance(), this.owner.relation());
	}

	private FieldModel of(Model object, FieldModel field) {
		return this.workshop.models().model(object).field(field.name()).orElseThrow();
	}

	private @Nullable Object value(Model object, FieldModel field) {
		return this.workshop.values().attribute(object, field);
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
		@Nullable Object key = this.workshop.values()
			.attribute(this.owner.instance(), this.owner.relation().path().get(0).fromField());
		if (key == null) {
			throw new QueryValueException(
					"%s needs to be saved before its relation %s can be changed"
						.formatted(this.owner.relation().source(), this.owner.relation().name()),
					this.owner.relation().subject())
				.of(this.owner.instance());
		}
		return key;
	}

}
