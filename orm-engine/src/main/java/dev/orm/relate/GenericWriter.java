package dev.orm.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import dev.orm.expression.Assignment;
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Atom;
import dev.orm.load.ValuesUndo;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel.TypedKey;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import dev.orm.query.QuerySpec;
import dev.orm.write.RowFilter;
import org.jspecify.annotations.Nullable;

/**
 * Changes which rows point to an instance by a generic key. What points to it no longer
 * is deleted, as it would point nowhere. Django's generic related manager.
 */
public final class GenericWriter extends PointingWriter {

	private final TypedKey typed;

	private final FieldModel id;

	public GenericWriter(Owner owner, Workshop workshop) {
		super(owner, workshop);
		this.typed = Objects.requireNonNull(owner.relation().typed());
		this.id = owner.relation().foreignKey();
	}

	@Override
	public void add(Collection<? extends Model> objects, boolean bulk) {
		Object key = ownerKey();
		this.pointing.require(objects);
		if (bulk) {
			this.pointing.requireSaved(objects);
		}
		List<ValuesUndo> undo = new ArrayList<>();
		for (Model object : objects) {
			ValuesUndo before = new ValuesUndo(object,
					List.of(this.pointing.fieldOf(object, this.typed.type()), this.pointing.fieldOf(object, this.id)));
			undo.add(before);
			point(object, key);
			before.changed();
		}
		this.workshop.sender().undoing(() -> undo.forEach(ValuesUndo::run), this.owner.route(), () -> {
			this.pointing.forget();
			return write(objects, key, bulk);
		});
	}

	private void point(Model object, Object key) {
		FieldModel type = this.pointing.fieldOf(object, this.typed.type());
		GenericKey<Object> handle = GenericKey.loaded(object, type.index(), this.typed.table(),
				Objects.requireNonNull(this.id.convert(key)));
		handle.cache(this.owner.instance());
		type.set(object, handle);
	}

	private boolean write(Collection<? extends Model> objects, Object key, boolean bulk) {
		if (!bulk) {
			this.pointing.save(objects);
		}
		else if (!objects.isEmpty()) {
			QuerySpec rows = RowFilter.keys(model().concrete().key(), this.pointing.keys(objects))
				.of(model().concrete());
			this.workshop.updater()
				.update(rows, List.of(new Assignment<>(this.typed.type().name(), Nodes.of(this.typed.table())),
						new Assignment<>(this.id.name(), Nodes.of(key))), this.owner.route());
			this.pointing.countUp(objects);
		}
		return bulk;
	}

	@Override
	public void remove(Collection<?> objects, boolean bulk) {
		Object key = ownerKey();
		List<Model> related = new ArrayList<>();
		for (Object target : objects) {
			this.pointing.require(List.of(target));
			Model object = (Model) target;
			if (!this.typed.table().equals(value(object, this.typed.type()))
					|| !this.id.isSame(key, value(object, this.id))) {
				throw this.pointing.unrelated(object);
			}
			related.add(object);
		}
		this.pointing.forget();
		if (!related.isEmpty()) {
			delete(RowFilter.keys(model().concrete().key(), this.pointing.keys(related)), key, bulk);
		}
	}

	@Override
	public void clear(boolean bulk) {
		Object key = ownerKey();
		this.pointing.forget();
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
	void replace(Collection<? extends Model> objects, boolean bulk) {
		Object key = ownerKey();
		PointingObjects.Difference difference = this.pointing.difference(objects,
				RowFilter.in(this.id, List.of(key)).and(this.typed.type(), List.of(this.typed.table())));
		if (!difference.gone().isEmpty()) {
			delete(RowFilter.keys(model().concrete().key(), difference.gone()), key, bulk);
		}
		add(difference.added(), bulk);
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
		return this.pointing.model();
	}

	private @Nullable Object value(Model object, FieldModel field) {
		return this.workshop.values().attribute(object, field);
	}

	private Object ownerKey() {
		return this.pointing.ownerKey();
	}

}
