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
import dev.orm.expression.Nodes;
import dev.orm.expression.node.Predicate;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.Deleted;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
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

	private final Reader reader;

	private final QueryUpdater updater;

	private final RowLookup rows;

	private final Cascades cascades;

	private final HeardDeletes heard;

	public Deleter(WriteModels models, InstanceValues values, SavedState state, StatementSender sender, QueryCompiler compiler,
			Reader reader, QueryUpdater updater, RowLookup rows, Cascades cascades, HeardDeletes heard) {
		this.heard = heard;
		this.models = models;
		this.values = values;
		this.state = state;
		this.sender = sender;
		this.compiler = compiler;
		this.reader = reader;
		this.updater = updater;
		this.rows = rows;
		this.cascades = cascades;
	}

	public Deleted delete(Model instance, String database) {
		WriteModel model = this.models.of(instance);
		model.model().requireWritable();
		Object key = this.values.key(instance, model.model().key());
		if (key == null) {
			throw new QueryValueException("%s cannot be deleted because its key %s is not set".formatted(instance,
					InstanceSetter.names(model.model().key())));
		}
		return this.sender.undoing(model, List.of(instance), database, () -> {
			Deleted deleted = delete(instance, model, key, database);
			this.state.deleted(instance, model);
			return deleted;
		});
	}

	private Deleted delete(Model instance, WriteModel model, Object key, String database) {
		EntityModel entity = model.model();
		Deletion from = new Deletion(instance, database);
		RowFilter row = RowFilter.keys(ownKey(entity), List.of(key));
		FieldModel version = instance.isSaved() ? model.version() : null;
		if (version == null) {
			return delete(entity, row, () -> rows(instance, entity, key, database), from);
		}
		Object current = this.values.value(instance, version);
		if (this.cascades.isFast(entity, null)) {
			int count = deleted(row.same(version, current).of(entity), database);
			requireVersion(instance, model, count > 0);
			return counted(entity, count);
		}
		RowFilter versioned = RowFilter.keys(version.owner().key(), List.of(key)).same(version, current);
		return this.sender.together(database, () -> {
			requireVersion(instance, model, this.rows.lock(version.owner(), versioned, database));
			return carryOut(rows(instance, entity, key, database), from);
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

	private FoundRows rows(Model instance, EntityModel model, Object key, String database) {
		FoundRows.Columns wanted = this.cascades.columns(model);
		InstanceState state = InstanceState.ifPresent(instance);
		if (state != null && wanted.fields().stream().anyMatch((field) -> state.deferred().get(field.index()))) {
			return this.rows.read(RowFilter.keys(ownKey(model), List.of(key)), wanted, database);
		}
		FoundRows rows = FoundRows.none(wanted);
		rows.add(this.values.values(instance, wanted.fields()));
		return rows;
	}

	/** Delete the rows of a model that a filter on its own table names. */
	public Deleted delete(EntityModel model, RowFilter filter, String database) {
		return delete(model, filter,
				() -> this.rows.read(filter, this.cascades.columns(model), database),
				new Deletion(null, database));
	}

	private Deleted delete(EntityModel model, RowFilter filter, Supplier<FoundRows> rows, Deletion from) {
		if (this.cascades.isFast(model, null)) {
			return counted(model, deleted(filter.of(model), from.database()));
		}
		return carryOut(rows.get(), from);
	}

	private int deleted(QuerySpec query, String database) {
		return this.sender.update(this.compiler.delete(query, List.of()), Operation.DELETE, database);
	}

	/**
	 * Delete rows nobody hears of and nothing refers to, and return what a column held.
	 */
	public Set<Object> delete(EntityModel model, RowFilter filter, FieldModel returned, String database) {
		List<FieldModel> columns = List.of(returned);
		return this.sender.query(this.compiler.delete(filter.of(model), columns), Operation.DELETE, database,
				(rows) -> {
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
	public Deleted delete(QuerySpec query, String database) {
		query.model().requireWritable();
		DeleteRules.check(query);
		QuerySpec unordered = query.then(new Arrangement.OrderBy(List.of()));
		if (this.cascades.isFast(query.model(), null)) {
			return counted(query.model(), deleted(unordered, database));
		}
		return carryOut(this.rows.read(unordered, this.cascades.columns(query.model()), database),
				new Deletion(null, database));
	}

	private Deleted carryOut(FoundRows rows, Deletion from) {
		if (rows.isEmpty()) {
			return Deleted.NOTHING;
		}
		String database = from.database();
		DeletionPlan plan = new DeletionCollector(this.rows, this.cascades, database).collect(rows);
		refuse(plan.protectedRows(), rows, database, "protected", ProtectedException::new);
		refuse(plan.restrictedRows(), rows, database, "restricted", RestrictedException::new);
		Told told = this.heard.of(plan, from);
		return this.heard.around(told, () -> (plan.statements() == 1) ? run(plan, told)
				: this.sender.together(database, () -> run(plan, told)));
	}

	private void refuse(List<Obstacle> obstacles, FoundRows rows, String database, String kind,
			BiFunction<String, List<?>, RuntimeException> error) {
		if (obstacles.isEmpty()) {
			return;
		}
		Set<String> relations = new LinkedHashSet<>();
		List<Model> objects = new ArrayList<>();
		for (Obstacle obstacle : obstacles) {
			relations.add(obstacle.key().toString());
			objects.addAll(load(obstacle, database));
		}
		throw error.apply("""
				Cannot delete some instances of model %s because they are referenced through %s foreign keys: %s.
				  hint: delete or change the %d referring instances first (see objects())"""
			.formatted(rows.columns().model(), kind, String.join(", ", relations), objects.size()), objects);
	}

	private List<Model> load(Obstacle obstacle, String database) {
		EntityModel model = obstacle.key().model();
		if (model.autoCreated()) {
			return List.of();
		}
		QuerySpec query = QuerySpec.of(model)
			.then(new Restriction.Filter(
					List.of(new Predicate.Lookup("pk__in", Nodes.of(obstacle.rows().storedKeys()))), false));
		return this.reader.instances(query, ReadOptions.DEFAULT.using(Route.to(database)));
	}

	private Deleted run(DeletionPlan plan, Told told) {
		String database = told.deletion().database();
		Map<String, Long> counts = new HashMap<>();
		for (DeletionPlan.Fast delete : plan.fast()) {
			count(counts, delete.model(), deleted(delete.filter().of(delete.model()), database));
		}
		for (DeletionPlan.Change change : plan.changes()) {
			this.updater.set(change.key(), change.value(), RowFilter.in(change.key(), change.referring()), database);
		}
		plan.ordered().forEach((model, rows) -> {
			RowFilter filter = RowFilter.keys(ownKey(model), rows.storedKeys());
			count(counts, model, deleted(filter.of(model), database));
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
