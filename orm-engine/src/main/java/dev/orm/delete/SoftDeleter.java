package dev.orm.delete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.orm.delete.Marks.Mark;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Predicate;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceUndo;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModel;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.SoftDeletion;
import dev.orm.model.Model;
import dev.orm.persist.Deleted;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.routing.Route;
import dev.orm.signal.Deletion;
import dev.orm.write.FoundRows;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Marks rows as deleted, and those a cascade leads to that have marks, all with one time;
 * takes marks back along the same way, from rows that bear the same. Thread-safe.
 */
final class SoftDeleter {

	private final InstanceValues values;

	private final InstanceSetter setter;

	private final SavedState state;

	private final StatementSender sender;

	private final RowLookup rows;

	private final DeletionRun run;

	private final Marks marks;

	SoftDeleter(InstanceValues values, InstanceSetter setter, SavedState state, StatementSender sender, RowLookup rows,
			DeletionRun run, Marks marks) {
		this.values = values;
		this.setter = setter;
		this.state = state;
		this.sender = sender;
		this.rows = rows;
		this.run = run;
		this.marks = marks;
	}

	/** Mark the row of an instance, unless it bears a mark already. */
	Deleted delete(Model instance, WriteModel model, SoftDeletion deletion, Object key, Route route) {
		if (mark(instance, model, deletion) != null) {
			return Deleted.NOTHING;
		}
		Mark mark = this.marks.now();
		return undoing(instance, model, deletion, route, () -> {
			Deleted deleted = delete(instance, model, key, mark, route);
			bear(instance, model, deletion, mark);
			return deleted;
		});
	}

	private Deleted delete(Model instance, WriteModel model, Object key, Mark mark, Route route) {
		EntityModel entity = model.model();
		RowFilter row = mark.cascades().among(entity, RowFilter.keys(entity.concrete().key(), List.of(key)));
		FieldModel version = instance.isSaved() ? model.version() : null;
		Object current = (version != null) ? this.values.value(instance, version) : null;
		if (mark.cascades().isFast(entity, null)) {
			long count = mark.end(entity, (version != null) ? row.same(version, current) : row, route);
			return found(instance, model, version, count > 0) ? counted(entity, count) : Deleted.NOTHING;
		}
		return this.sender.together(route, () -> {
			boolean there = version == null || this.rows.lock(version.owner(),
					RowFilter.keys(version.owner().key(), List.of(key)).same(version, current), route);
			found(instance, model, version, there);
			return this.run.carryOut(this.rows.read(row, mark.cascades().columns(entity), route),
					new Deletion(instance, route, true), mark);
		});
	}

	/** Refuse a row that changed since the instance was loaded. */
	private boolean found(Model instance, WriteModel model, @Nullable FieldModel version, boolean found) {
		if (version != null && !found) {
			throw model.movedOn(instance);
		}
		if (version != null) {
			this.state.countUp(instance, version);
		}
		return found;
	}

	/** Mark the rows of a model that a filter names. */
	Deleted delete(EntityModel model, RowFilter filter, Route route) {
		Mark mark = this.marks.now();
		RowFilter living = mark.cascades().among(model, filter);
		if (mark.cascades().isFast(model, null)) {
			return counted(model, mark.end(model, living, route));
		}
		return this.run.carryOut(this.rows.read(living, mark.cascades().columns(model), route),
				new Deletion(null, route, true), mark);
	}

	/** Mark the rows of a query. */
	Deleted delete(QuerySpec query, SoftDeletion deletion, Route route) {
		Mark mark = this.marks.now();
		QuerySpec living = living(query, deletion);
		if (mark.cascades().isFast(query.model(), null)) {
			return counted(query.model(), mark.end(deletion, living, route));
		}
		return this.run.carryOut(this.rows.read(living, mark.cascades().columns(query.model()), route),
				new Deletion(null, route, true), mark);
	}

	/** As a rule, the scope leaves out the rows that bear a mark already. */
	private static QuerySpec living(QuerySpec query, SoftDeletion deletion) {
		return query.has(Restriction.Unscoped.class) ? query.then(new Restriction.Filter(
				List.of(new Predicate.Lookup(deletion.mark().name() + "__isnull", new Atom.Literal(true, null))),
				false)) : query;
	}

	private static Deleted counted(EntityModel model, long count) {
		return (count > 0) ? Deleted.of(Map.of(model.name(), count)) : Deleted.NOTHING;
	}

	/** Take the mark of the row of an instance away. */
	Deleted restore(Model instance, WriteModel model, Object key, Route route) {
		EntityModel entity = model.model();
		SoftDeletion deletion = SoftDeletion.require(entity);
		Object borne = mark(instance, model, deletion);
		if (borne == null) {
			return Deleted.NOTHING;
		}
		Mark none = this.marks.none(borne);
		RowFilter row = RowFilter.keys(entity.concrete().key(), List.of(key));
		return undoing(instance, model, deletion, route, () -> {
			FoundRows found = this.rows.read(none.cascades().among(entity, row), none.cascades().columns(entity),
					route);
			Deleted restored = this.run.carryOut(found, new Deletion(instance, route, true), none);
			if (model.version() != null && restored.total() > 0) {
				this.state.countUp(instance, model.version());
			}
			bear(instance, model, deletion, none);
			return restored;
		});
	}

	/** Take the marks of the rows of a query away, each with what was marked with it. */
	Deleted restore(QuerySpec query, Route route) {
		EntityModel model = query.model();
		FieldModel mark = own(model, SoftDeletion.require(model).mark());
		List<FieldModel> fields = new ArrayList<>(MarkCascades.toMarked(mark).columns(model).fields());
		fields.add(mark);
		return this.sender.together(route, () -> {
			FoundRows found = this.rows.read(query, new FoundRows.Columns(model, fields), route);
			Map<String, Long> restored = new HashMap<>();
			for (Object time : found.values(mark)) {
				this.run.carryOut(found.having(mark, time), new Deletion(null, route, true), this.marks.none(time))
					.perModel()
					.forEach((name, count) -> restored.merge(name, count, Long::sum));
			}
			return Deleted.of(restored);
		});
	}

	private @Nullable Object mark(Model instance, WriteModel model, SoftDeletion deletion) {
		return this.values.value(instance, own(model.model(), deletion.mark()));
	}

	/** Let the instance say what its row does. */
	private void bear(Model instance, WriteModel model, SoftDeletion deletion, Mark mark) {
		this.setter.set(instance, own(model.model(), deletion.mark()), mark.time());
		if (deletion.by() != null) {
			this.setter.set(instance, own(model.model(), deletion.by()), mark.by());
		}
	}

	private static FieldModel own(EntityModel model, FieldModel field) {
		return model.field(field.name()).orElse(field);
	}

	private <R> R undoing(Model instance, WriteModel model, SoftDeletion deletion, Route route, Supplier<R> work) {
		IntStream marks = Stream.of(deletion.mark(), (deletion.by() != null) ? deletion.by() : deletion.mark())
			.mapToInt((field) -> own(model.model(), field).index());
		int[] fields = IntStream.concat(IntStream.of(model.counted()), marks).distinct().toArray();
		return this.sender.undoing(InstanceUndo.of(model.binding(), fields, List.of(instance), true), route, work);
	}

}
