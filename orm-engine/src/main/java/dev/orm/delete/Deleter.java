package dev.orm.delete;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.compile.QueryCompiler;
import dev.orm.error.QueryValueException;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.SoftDeletion;
import dev.orm.model.InstanceState;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.persist.Deleted;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Route;
import dev.orm.signal.Deletion;
import dev.orm.signal.Lifecycle;
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

	private final RowLookup rows;

	private final RemovalCascades cascades;

	private final Ending removal;

	private final DeletionRun run;

	private final SoftDeleter soft;

	public Deleter(WriteModels models, InstanceValues values, InstanceSetter setter, SavedState state,
			StatementSender sender, QueryCompiler compiler, QueryUpdater updater, RowLookup rows, Lifecycle lifecycle,
			SetKeys keys, Marks marks) {
		this.models = models;
		this.values = values;
		this.state = state;
		this.sender = sender;
		this.compiler = compiler;
		this.rows = rows;
		this.cascades = new RemovalCascades(lifecycle, keys);
		this.removal = new Removal(this.cascades);
		this.run = new DeletionRun(sender, updater, rows, new HeardDeletes(models, values, sender, rows, lifecycle));
		this.soft = new SoftDeleter(values, setter, state, sender, rows, this.run, marks);
	}

	/**
	 * Delete an instance and what depends on it: mark rows that can be, remove others. An
	 * instance whose row is removed is new again, without key. Django's {@code delete()}.
	 * @param instance the instance
	 * @param route where
	 * @return what was deleted
	 * @throws dev.orm.error.ProtectedException if a protecting relation refers to what
	 * would go
	 * @throws dev.orm.error.RestrictedException if a restricting relation does, from a
	 * row that would stay
	 */
	public Deleted delete(Model instance, Route route) {
		WriteModel model = this.models.of(instance);
		SoftDeletion deletion = model.model().softDeletion();
		return (deletion != null) ? this.soft.delete(instance, model, deletion, key(instance, model, "deleted"), route)
				: remove(instance, route);
	}

	/**
	 * Take the mark of the row of an instance away, and of what was marked with it.
	 * @param instance the instance
	 * @param route where
	 * @return whose marks were taken
	 */
	public Deleted restore(Model instance, Route route) {
		WriteModel model = this.models.of(instance);
		return this.soft.restore(instance, model, key(instance, model, "restored"), route);
	}

	/**
	 * Take the marks of rows away, and of what was marked with them.
	 * @param query the rows
	 * @param route where
	 * @return whose marks were taken
	 */
	public Deleted restore(QuerySpec query, Route route) {
		query.model().requireWritable();
		DeleteRules.check(query);
		return this.soft.restore(query.then(new Arrangement.OrderBy(List.of())), route);
	}

	private Object key(Model instance, WriteModel model, String what) {
		model.model().requireWritable();
		Object key = this.values.key(instance, model.model().key());
		if (key == null) {
			throw new QueryValueException("%s cannot be %s because its key %s is not set".formatted(instance, what,
					InstanceSetter.names(model.model().key())), model.model().subject())
				.of(instance);
		}
		return key;
	}

	/**
	 * Remove the row of an instance and what depends on it, whether they have marks of
	 * deletion or not.
	 * @param instance the instance
	 * @param route where
	 * @return what was removed
	 */
	public Deleted remove(Model instance, Route route) {
		WriteModel model = this.models.of(instance);
		Object key = key(instance, model, "deleted");
		return this.sender.undoing(model, List.of(instance), route, () -> {
			Deleted deleted = delete(instance, model, key, route);
			if (isGone(model.model(), key, deleted, route)) {
				this.state.deleted(instance, model);
			}
			return deleted;
		});
	}

	/** A trigger or rule may keep a row: what was not counted is looked for. */
	private boolean isGone(EntityModel model, Object key, Deleted deleted, Route route) {
		EntityModel table = model.concrete();
		boolean counted = deleted.perModel().containsKey(model.name()) || deleted.perModel().containsKey(table.name());
		return counted || !this.rows.exists(table, RowFilter.keys(table.key(), List.of(key)), route);
	}

	private Deleted delete(Model instance, WriteModel model, Object key, Route route) {
		EntityModel entity = model.model();
		Deletion from = new Deletion(instance, route, false);
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
		if (model.softDeletion() != null) {
			return this.soft.delete(model, filter, route);
		}
		return delete(model, filter, () -> this.rows.read(filter, this.cascades.columns(model), route),
				new Deletion(null, route, false));
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

	/**
	 * Delete the rows of a query and what depends on them: mark rows that can be, remove
	 * others.
	 * @param query the rows
	 * @param route where
	 * @return what was deleted
	 */
	public Deleted delete(QuerySpec query, Route route) {
		SoftDeletion deletion = query.model().softDeletion();
		if (deletion == null) {
			return remove(query, route);
		}
		query.model().requireWritable();
		DeleteRules.check(query);
		return this.soft.delete(query.then(new Arrangement.OrderBy(List.of())), deletion, route);
	}

	/**
	 * Remove the rows of a query and what depends on them, whether they have marks of
	 * deletion or not.
	 * @param query the rows
	 * @param route where
	 * @return what was removed
	 */
	public Deleted remove(QuerySpec query, Route route) {
		query.model().requireWritable();
		DeleteRules.check(query);
		QuerySpec unordered = query.then(new Arrangement.OrderBy(List.of()));
		if (this.cascades.isFast(query.model(), null)) {
			return counted(query.model(), deleted(unordered, route));
		}
		return carryOut(this.rows.read(unordered, this.cascades.columns(query.model()), route),
				new Deletion(null, route, false));
	}

	private Deleted carryOut(FoundRows rows, Deletion from) {
		return this.run.carryOut(rows, from, this.removal);
	}

	/** Rows are removed. */
	private final class Removal implements Ending {

		private final RemovalCascades cascades;

		Removal(RemovalCascades cascades) {
			this.cascades = cascades;
		}

		@Override
		public Cascades cascades() {
			return this.cascades;
		}

		@Override
		public boolean isHeard() {
			return true;
		}

		@Override
		public long end(EntityModel model, RowFilter rows, Route route) {
			return deleted(rows.of(model), route);
		}

	}

}
