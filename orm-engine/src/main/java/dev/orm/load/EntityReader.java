package dev.orm.load;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import dev.orm.error.FieldException;
import dev.orm.load.follow.Keys;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelReader;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.Hook;
import dev.orm.model.Hooks;
import dev.orm.model.InstanceState;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.resolve.RowShape;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the instances of one model off the rows of a result, and those joined to them.
 * Immutable: made once for all results of a plan.
 */
final class EntityReader {

	private final RowShape.Entity shape;

	private final EntityBinding<Model> binding;

	private final ModelReader reader;

	private final @Nullable BitSet deferred;

	private final EntityReader[] related;

	/** For each joined model, the accessor that leads from it back; null for none. */
	private final @Nullable String[] back;

	/** The joined models a row may be an instance of instead. */
	private final int[] children;

	/** The other joined models. */
	private final int[] others;

	private final boolean hasPeers;

	private final Hooks hooks;

	/** Asked of each row, so that it is found once. */
	private final boolean hearsOfLoads;

	EntityReader(RowShape.Entity shape) {
		this.shape = shape;
		this.binding = shape.model().binding();
		this.reader = shape.model().reader();
		this.deferred = deferred(shape);
		int joined = shape.related().size();
		this.related = new EntityReader[joined];
		this.back = new String[joined];
		for (int i = 0; i < joined; i++) {
			RowShape.Related target = shape.related().get(i);
			this.related[i] = new EntityReader(target.entity());
			this.back[i] = target.relation().oneToOneBack();
		}
		this.children = IntStream.range(0, joined).filter((i) -> shape.related().get(i).child()).toArray();
		this.others = IntStream.range(0, joined).filter((i) -> !shape.related().get(i).child()).toArray();
		this.hooks = Hooks.of(this.binding);
		this.hearsOfLoads = this.hooks.has(Hook.AFTER_LOAD);
		this.hasPeers = this.deferred != null || !shape.model().relations().isEmpty()
				|| shape.model().fields().stream().anyMatch((field) -> field.is(Flag.GENERIC_TYPE));
	}

	private @Nullable BitSet deferred(RowShape.Entity shape) {
		if (shape.fields() == null) {
			return null;
		}
		BitSet missing = new BitSet();
		for (FieldModel field : shape.model().fields()) {
			if (!shape.fields().contains(field)) {
				checkDeferrable(this.binding, field);
				missing.set(field.index());
			}
		}
		return missing;
	}

	static void checkDeferrable(EntityBinding<Model> binding, FieldModel field) {
		if (!binding.isDeferrable(field.index())) {
			throw new FieldException(
					"%s cannot be deferred: it has no accessor that could fetch it. Add a getter to %s."
						.formatted(field, field.model().javaType().getName()),
					field.subject());
		}
	}

	/** Read the instance of a row: of the model, or of the child that has the row. */
	Model read(RowReader row, ResultContext context) {
		int child = child(row);
		int joined = this.related.length;
		Model instance = (child < 0) ? own(row, context) : this.related[child].read(row, context.joined(child, joined));
		for (int other : this.others) {
			join(instance, other, row, context.joined(other, joined));
		}
		return instance;
	}

	private int child(RowReader row) {
		for (int child : this.children) {
			if (!Reader.isNull(row, this.related[child].shape)) {
				return child;
			}
		}
		return -1;
	}

	private Model own(RowReader row, ResultContext context) {
		Model instance = (this.deferred != null) ? readSome(row, this.deferred) : readAll(row);
		if (this.hasPeers) {
			context.attachPeer(instance);
		}
		else {
			context.attach(instance);
		}
		return instance;
	}

	/** Tell an instance that all its row holds is in it. */
	void loaded(Model instance) {
		for (int child : this.children) {
			if (this.related[child].shape.model().javaType().isInstance(instance)) {
				this.related[child].loaded(instance);
				return;
			}
		}
		if (this.hearsOfLoads) {
			this.hooks.afterLoad(instance);
		}
	}

	private Model readAll(RowReader row) {
		Model instance = this.binding.newInstance();
		this.reader.read(instance, row, this.shape.column());
		return instance;
	}

	private Model readSome(RowReader row, BitSet missing) {
		Model instance = this.binding.newDeferred();
		List<FieldModel> fields = this.shape.fields();
		for (int i = 0; fields != null && i < fields.size(); i++) {
			this.reader.read(instance, row, fields.get(i), this.shape.column() + i);
		}
		InstanceState.of(instance).deferred().or(missing);
		missing.stream().forEach((field) -> clear(instance, field));
		return instance;
	}

	/** An empty handle would say that the relation is null. */
	private void clear(Model instance, int field) {
		if (this.shape.model().fields().get(field).relation() != null) {
			this.binding.set(instance, field, null);
		}
	}

	private void join(Model instance, int index, RowReader row, ResultContext context) {
		RowShape.Related joined = this.shape.related().get(index);
		EntityReader reader = this.related[index];
		Model target = Reader.isNull(row, reader.shape) ? null : reader.read(row, context);
		keep(instance, joined, target);
		if (target == null) {
			return;
		}
		reader.loaded(target);
		if (joined.linked()) {
			link(instance, index, target);
		}
	}

	private void link(Model instance, int index, Model target) {
		RelationModel relation = this.shape.related().get(index).relation();
		String accessor = this.back[index];
		if (accessor != null) {
			InstanceState.of(target).related().put(accessor, instance);
		}
		else if (!relation.forward()) {
			cache(target, relation, instance);
		}
	}

	private static void keep(Model instance, RowShape.Related joined, @Nullable Model target) {
		RelationModel relation = joined.relation();
		if (joined.attribute() != null) {
			InstanceState.of(instance).annotations().put(joined.attribute(), target);
		}
		else if (relation.forward()) {
			cache(instance, relation, target);
		}
		else {
			InstanceState.of(instance).related().put(relation.name(), target);
		}
	}

	private static void cache(Model owner, RelationModel relation, @Nullable Model target) {
		ToOne<Model> handle = Keys.held(owner, relation.foreignKey());
		if (handle != null) {
			handle.cache(target);
		}
	}

}
