package dev.orm.load;

import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

import dev.orm.error.FieldException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.EntityBinding;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.model.ToOne;
import dev.orm.resolve.RowShape;
import dev.orm.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the instances of one model off the rows of a result, and those joined to them.
 */
final class EntityReader {

	private final RowShape.Entity shape;

	private final EntityBinding<Model> binding;

	private final ResultContext context;

	private final RelatedHandles handles;

	private final @Nullable BitSet deferred;

	private final EntityReader[] related;

	EntityReader(RowShape.Entity shape, Supplier<ResultContext> contexts, RelatedManagers managers) {
		this.shape = shape;
		this.binding = shape.model().binding();
		this.context = contexts.get();
		this.handles = new RelatedHandles(shape.model(), managers);
		this.deferred = deferred(shape);
		this.related = shape.related()
			.stream()
			.map((joined) -> new EntityReader(joined.entity(), contexts, managers))
			.toArray(EntityReader[]::new);
	}

	private @Nullable BitSet deferred(RowShape.Entity shape) {
		if (shape.fields() == null) {
			return null;
		}
		BitSet missing = new BitSet();
		for (FieldModel field : shape.model().fields()) {
			if (!shape.fields().contains(field)) {
				check(field);
				missing.set(field.index());
			}
		}
		return missing;
	}

	private void check(FieldModel field) {
		if (!this.binding.isDeferrable(field.index())) {
			throw new FieldException(
					"%s cannot be deferred: it has no accessor that could fetch it. Add a getter to %s."
						.formatted(field, field.model().javaType().getName()));
		}
	}

	Model read(RowReader row) {
		Model instance = (this.deferred != null) ? readSome(row, this.deferred) : readAll(row);
		InstanceState.attach(instance, this.context);
		this.context.remember(instance);
		this.handles.set(instance);
		for (int i = 0; i < this.related.length; i++) {
			join(instance, this.shape.related().get(i).relation(), this.related[i], row);
		}
		return instance;
	}

	private Model readAll(RowReader row) {
		Model instance = this.binding.newInstance();
		this.binding.read(instance, row, this.shape.column());
		return instance;
	}

	private Model readSome(RowReader row, BitSet missing) {
		Model instance = this.binding.newDeferred();
		List<FieldModel> fields = this.shape.fields();
		for (int i = 0; fields != null && i < fields.size(); i++) {
			this.binding.read(instance, row, fields.get(i).index(), this.shape.column() + i);
		}
		InstanceState.of(instance).deferred().or(missing);
		return instance;
	}

	private void join(Model instance, RelationModel relation, EntityReader reader, RowReader row) {
		Model target = Reader.isNull(row, reader.shape) ? null : reader.read(row);
		if (relation.forward()) {
			cache(instance, this.shape.model(), relation, target);
			if (target != null && relation.kind() == RelationModel.Kind.ONE_TO_ONE) {
				backwards(target, relation, instance);
			}
			return;
		}
		InstanceState.of(instance).related().put(relation.name(), target);
		if (target != null) {
			cache(target, relation.target(), relation, instance);
		}
	}

	private static void backwards(Model target, RelationModel relation, Model instance) {
		relation.target()
			.relations()
			.stream()
			.filter((candidate) -> candidate.kind() == RelationModel.Kind.REVERSE_ONE_TO_ONE
					&& candidate.field() == relation.field() && !candidate.hidden())
			.findFirst()
			.ifPresent((back) -> InstanceState.of(target).related().put(back.name(), instance));
	}

	@SuppressWarnings("unchecked")
	static void cache(Model owner, EntityModel model, RelationModel relation, @Nullable Model target) {
		int field = relation.foreignKey().index();
		if (model.binding().get(owner, field) instanceof ToOne<?> handle) {
			((ToOne<Model>) handle).cache(target);
		}
	}

}
