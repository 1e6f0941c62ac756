package dev.orm.delete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.orm.compile.QueryCompiler;
import dev.orm.delete.DeletionCollector.Obstacle;
import dev.orm.delete.HeardDeletes.Told;
import dev.orm.error.ProtectedException;
import dev.orm.error.QueryValueException;
import dev.orm.error.RestrictedException;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.Deleted;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Route;
import dev.orm.signal.Deletion;
import dev.orm.write.FoundRows;
import dev.orm.write.QueryUpdater;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;

/**
 * Deletes rows and what depends on them; a single DELETE where nothing does. Django's
 * {@code delete}. Thread-safe.
 */
public final class Deleter {

	private final WriteModels models;

	private final InstanceValues values;

	private final SavedState state;

	private final StatementSender sender;

	private final QueryCompiler compiler;

	private final QueryUpdater updater;

	private final RowLookup rows;

	private final Cascades cascades;

	private final HeardDeletes heard;

	public Deleter(WriteModels models, InstanceValues values, SavedState state, StatementSender sender,
			QueryCompiler compiler, QueryUpdater updater, RowLookup rows, Cascades cascades, HeardDeletes heard) {
		this.heard = heard;
		this.models = models;
		this.values = values;
		this.state = state;
		this.sender = sender;
		this.compiler = compiler;
		this.updater = updater;
		this.rows = rows;
		this.cascades = cascades;
	}

	public Deleted delete(Model instance, Route route) {
		WriteModel model = this.models.of(instance);
		model.model().requireWritable();
		Object key = this.values.key(instance, model.model().key());
		if (key == null) {
			throw new QueryValueException("%s cannot be deleted because its key %s is not set".formatted(instance,
					InstanceSetter.names(model.model().key())));
		}
		return this.sender.undoing(model, List.of(instance), route, () -> {
			Deleted deleted = delete(instance, model, key, route);
			this.state.deleted(instance, model);
			return deleted;
		});
	}

	private Deleted delete(Model instance, WriteModel model, Object key, Route route) {
		EntityModel entity = model.model();
		Deletion from = new Deletion(instance, route);
		RowFilter row = RowFilter.keys(ownKey(entity), List.of(key));
		FieldModel version = instance.isSaved() ? model.version() : null;
		if (version == null) {
			return delete(entity, row, () -> rows(instance, entity, key, route), from);
		}
		Object current = this.values.value(instance, version);
		if (this.cascades.isFast(entity, null)) {
			int count = deleted(row.same(version, current).of(entity), route);
			requireVersion(instance, model, count > 0);
			return counted(entity, count);
		}
		RowFilter versioned = RowFilter.keys(version.owner().key(), List.of(key)).same(version, current);
		return this.sender.together(route, () -> {
			requireVersion(instance, model, this.rows.lock(version.owner(), versioned, route));
			return carryOut(rows(instance, entity, key, route), from);
		});
	}

	/** Refuse to go on with a row that changed since the instance was loaded. */
	private static void requireVersion(Model instance, WriteModel model, boolean found) {
		if (!found) {
			throw model.movedOn(instance);
		}
	}

	private static List<FieldModel> ownKey(EntityModel model) {
		return model.concrete().key();
	}

	private FoundRows rows(Model instance, EntityModel model, Object key, Route route) {
		FoundRows.Columns wanted = this.cascades.columns(model);
		InstanceState state = InstanceState.ifPresent(instance);
		if (state != null && wanted.fields().stream().anyMatch((field) -> state.deferred().get(field.index()))) {
			return this.rows.read(RowFilter.keys(ownKey(model), List.of(key)), wanted, route);
		}
		FoundRows rows = FoundRows.none(wanted);
		rows.add(this.values.values(instance, wanted.fields()));
		return rows;
	}

	/** Delete the rows of a model that a filter on its own table names. */
	public Deleted delete(EntityModel model, RowFilter filter, Route route) {
		return delete(model, filter, () -> this.rows.read(filter, this.cascades.columns(model), route),
				new Deletion(null, route));
	}

	private Deleted delete(EntityModel model, RowFilter filter, Supplier<FoundRows> rows, Deletion from) {
		if (this.cascades.isFast(model, null)) {
			return counted(model, deleted(filter.of(model), from.route()));
		}
		return carryOut(rows.get(), from);
	}

	private int deleted(QuerySpec query, Route route) {
		return this.sender.update(this.compiler.delete(query, List.of()), Operation.DELETE, route);
	}

	/**
	 * Delete rows nobody hears of and nothing refers to, and return what a column held.
	 */
	public Set<Object> delete(EntityModel model, RowFilter filter, FieldModel returned, Route route) {
		List<FieldModel> columns = List.of(returned);
		return this.sender.query(this.compiler.delete(filter.of(model), columns), Operation.DELETE, route, (rows) -> {
			Set<Object> values = new LinkedHashSet<>();
			while (rows.next()) {
				values.add(Objects.requireNonNull(rows.get(1, returned.type())));
			}
			return values;
		});
	}

	private static Deleted counted(EntityModel model, int count) {
		return (count > 0) ? Deleted.of(Map.of(model.name(), (long) count)) : Deleted.NOTHING;
	}

	/** Delete the rows of a query. */
	public Deleted delete(QuerySpec query, Route route) {
		query.model().requireWritable();
		DeleteRules.check(query);
		QuerySpec unordered = query.then(new Arrangement.OrderBy(List.of()));
		if (this.cascades.isFast(query.model(), null)) {
			return counted(query.model(), deleted(unordered, route));
		}
		return carryOut(this.rows.read(unordered, this.cascades.columns(query.model()), route),
				new Deletion(null, route));
	}

	private Deleted carryOut(FoundRows rows, Deletion from) {
		if (rows.isEmpty()) {
			return Deleted.NOTHING;
		}
		Route route = from.route();
		DeletionPlan plan = new DeletionCollector(this.rows, this.cascades, route).collect(rows);
		refuse(plan.protectedRows(), rows, route, "protected", ProtectedException::new);
		refuse(plan.restrictedRows(), rows, route, "restricted", RestrictedException::new);
		Told told = this.heard.of(plan, from);
		return this.heard.around(told,
				() -> (plan.statements() == 1) ? run(plan, told) : this.sender.together(route, () -> run(plan, told)));
	}

	private void refuse(List<Obstacle> obstacles, FoundRows rows, Route route, String kind,
			BiFunction<String, List<?>, RuntimeException> error) {
		if (obstacles.isEmpty()) {
			return;
		}
		Set<String> relations = new LinkedHashSet<>();
		List<Model> objects = new ArrayList<>();
		for (Obstacle obstacle : obstacles) {
			relations.add(obstacle.key().toString());
			objects.addAll(load(obstacle, route));
		}
		throw error.apply("""
				Cannot delete some instances of model %s because they are referenced through %s foreign keys: %s.
				  hint: delete or change the %d referring instances first (see objects())"""
			.formatted(rows.columns().model(), kind, String.join(", ", relations), objects.size()), objects);
	}

	private List<Model> load(Obstacle obstacle, Route route) {
		return obstacle.key().model().autoCreated() ? List.of() : this.rows.instances(obstacle.rows(), route);
	}

	private Deleted run(DeletionPlan plan, Told told) {
		Route route = told.deletion().route();
		Map<String, Long> counts = new HashMap<>();
		for (DeletionPlan.Fast delete : plan.fast()) {
			count(counts, delete.model(), deleted(delete.filter().of(delete.model()), route));
		}
		for (DeletionPlan.Change change : plan.changes()) {
			this.updater.set(change.key(), change.value(), RowFilter.in(change.key(), change.referring()), route);
		}
		plan.ordered().forEach((model, rows) -> {
			RowFilter filter = RowFilter.keys(ownKey(model), rows.storedKeys());
			count(counts, model, deleted(filter.of(model), route));
			told.after(model);
		});
		return Deleted.of(counts);
	}

	private static void count(Map<String, Long> counts, EntityModel model, int deleted) {
		if (deleted > 0) {
			counts.merge(model.name(), (long) deleted, Long::sum);
		}
	}

}
