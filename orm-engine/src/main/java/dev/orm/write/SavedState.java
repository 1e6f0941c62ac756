package dev.orm.write;

import java.util.List;

import dev.orm.instance.AutomaticValues;
import dev.orm.instance.BackUndo;
import dev.orm.instance.GenericFields;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModel;
import dev.orm.load.Reader;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelReader;
import dev.orm.meta.RelationModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The only place that changes what instances know of their rows: their keys, their
 * versions and that they are saved, once the rows are written. Thread-safe.
 */
public final class SavedState {

	private final InstanceValues values;

	private final InstanceSetter setter;

	private final Reader reader;

	private final StatementSender sender;

	public SavedState(InstanceValues values, InstanceSetter setter, Reader reader, StatementSender sender) {
		this.values = values;
		this.setter = setter;
		this.reader = reader;
		this.sender = sender;
	}

	/** Give an instance the key or the version its row got, as an answer has it. */
	public void stored(Model instance, FieldModel field, RowReader row, int column) {
		ModelReader reader = field.model().reader();
		reader.read(instance, row, field, column);
	}

	/** Give an instance what the database filled in, from the first column on. */
	public void stored(Model instance, List<FieldModel> fields, RowReader row, int column) {
		for (int i = 0; i < fields.size(); i++) {
			stored(instance, fields.get(i), row, column + i);
		}
	}

	/** Take a key back that is not the row's. */
	public void forgetKey(Model instance, FieldModel key) {
		if (!key.description().javaType().isPrimitive()) {
			key.set(instance, null);
		}
	}

	/** Give an instance the version its row has now. */
	public void version(Model instance, FieldModel version, @Nullable Object value) {
		this.setter.set(instance, version, value);
	}

	/** Count the version of an instance up, as an update has counted that of its row. */
	public void countUp(Model instance, FieldModel version) {
		version(instance, version, AutomaticValues.nextVersion(version, this.values.value(instance, version)));
	}

	/** Let instances have rows, and their handles be those of rows. */
	public void saved(List<? extends Model> instances, WriteModel model, Route route) {
		if (!model.relations().isEmpty() || !model.generics().isEmpty()) {
			instances.forEach((instance) -> own(instance, model, route));
		}
		this.reader.known().attach(instances, route);
	}

	/** Replace handles the caller made by those of a row, until that is rolled back. */
	public void own(Model instance, WriteModel model, Route route) {
		for (FieldModel field : model.relations()) {
			if (field.value(instance) instanceof ToOne<?> handle && !handle.isOwnedBy(instance)) {
				Object key = this.values.value(instance, field);
				this.sender.onRollback(route, InstanceSetter.point(instance, field, key, handle.fetched()));
				pointBack(instance, field, handle.fetched(), route);
			}
		}
		for (GenericFields key : model.generics()) {
			Runnable undo = key.own(instance);
			if (undo != null) {
				this.sender.onRollback(route, undo);
			}
		}
	}

	/** The other side of a one-to-one knows the instance from now on. */
	private void pointBack(Model instance, FieldModel field, @Nullable Model target, Route route) {
		String back = (target != null) ? InstanceValues.relation(field).oneToOneBack() : null;
		if (target != null && back != null) {
			this.sender.onRollback(route, BackUndo.point(target, back, instance));
		}
	}

	/** Let an instance be new again, without key where its class allows that. */
	public void deleted(Model instance, WriteModel model) {
		model.root().key().forEach((field) -> forgetKey(instance, field));
		InstanceState.attach(instance, null);
	}

	/** Drop what was prefetched: it is not true any more. */
	public static void forget(Model owner, RelationModel relation) {
		InstanceState state = InstanceState.ifPresent(owner);
		if (state != null) {
			state.forget(relation.name());
		}
	}

}
