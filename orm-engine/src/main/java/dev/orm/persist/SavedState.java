package dev.orm.persist;

import java.util.List;

import dev.orm.meta.RelationModel;
import dev.orm.load.Reader;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelReader;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.routing.Route;
import dev.orm.model.ToOne;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * The only place that changes what instances know of their rows: their keys, their
 * versions and that they are saved, once the rows are written. Thread-safe.
 */
final class SavedState {

	private final InstanceValues values;

	private final InstanceSetter setter;

	private final Reader reader;

	SavedState(InstanceValues values, InstanceSetter setter, Reader reader) {
		this.values = values;
		this.setter = setter;
		this.reader = reader;
	}

	/** Give an instance the key or the version its row got, as an answer has it. */
	void stored(Model instance, FieldModel field, RowReader row, int column) {
		ModelReader reader = field.model().reader();
		reader.read(instance, row, field, column);
	}

	/** Take a key back that is not the row's. */
	void forgetKey(Model instance, FieldModel key) {
		if (!key.description().javaType().isPrimitive()) {
			key.model().binding().set(instance, key.index(), null);
		}
	}

	/** Give an instance the version its row has now. */
	void version(Model instance, FieldModel version, @Nullable Object value) {
		this.setter.set(instance, version, value);
	}

	/** Count the version of an instance up, as an update has counted that of its row. */
	void countUp(Model instance, FieldModel version) {
		version(instance, version, AutomaticValues.nextVersion(version, this.values.value(instance, version)));
	}

	/** Let instances have rows, and their handles be those of rows. */
	void saved(List<? extends Model> instances, WriteModel model, String database) {
		if (!model.relations().isEmpty()) {
			instances.forEach((instance) -> own(instance, model));
		}
		this.reader.attach(instances, Route.to(database));
	}

	/** Replace handles the caller made by those of a row. */
	void own(Model instance, WriteModel model) {
		EntityBinding<Model> binding = model.binding();
		for (FieldModel field : model.relations()) {
			Object value = binding.get(instance, field.index());
			if (value instanceof ToOne<?> handle && !handle.isOwnedBy(instance)) {
				InstanceSetter.point(instance, field, this.values.value(instance, field), handle.fetched());
				pointBack(instance, field, handle.fetched());
			}
		}
	}

	/** The other side of a one-to-one knows the instance from now on. */
	private static void pointBack(Model instance, FieldModel field, @Nullable Model target) {
		String back = (target != null && InstanceSetter.isOneToOne(field))
				? InstanceValues.relation(field).oneToOneBack() : null;
		if (target != null && back != null) {
			InstanceState.of(target).related().put(back, instance);
		}
	}

	/** Let an instance be new again, without key where its class allows that. */
	void deleted(Model instance, WriteModel model) {
		model.root().key().forEach((field) -> forgetKey(instance, field));
		InstanceState.attach(instance, null);
	}

	/** Drop what was prefetched: it is not true any more. */
	static void forget(Model owner, RelationModel relation) {
		InstanceState state = InstanceState.ifPresent(owner);
		if (state != null) {
			state.forget(relation.name());
		}
	}

}
