package dev.orm.delete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.delete.DeletionPlan.Obstacle;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.RelationModel.TypedKey;
import dev.orm.routing.Route;
import dev.orm.write.FoundRows;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import org.jspecify.annotations.Nullable;

/**
 * Finds all that goes, or changes, with some rows, by emulating {@code ON DELETE} as
 * Django's {@code Collector} does: it reads only keys and columns that are referred to.
 * What it found is a {@link DeletionPlan}. Used once, by one thread.
 */
final class DeletionCollector {

	private final RowLookup lookup;

	private final Cascades cascades;

	private final Route route;

	private final Map<EntityModel, FoundRows> doomed = new LinkedHashMap<>();

	private final List<DeletionPlan.Fast> fast = new ArrayList<>();

	private final Map<FieldModel, DeletionPlan.Change> changes = new LinkedHashMap<>();

	private final Map<EntityModel, Set<EntityModel>> after = new LinkedHashMap<>();

	/** The same, without keys that take NULL. */
	private final Map<EntityModel, Set<EntityModel>> needed = new LinkedHashMap<>();

	/** Rows that go only because a child's does, of which the child speaks. */
	private final Map<EntityModel, Set<Object>> ofChildren = new LinkedHashMap<>();

	private final List<Obstacle> protectedRows = new ArrayList<>();

	private final List<Obstacle> restrictedRows = new ArrayList<>();

	/** What is being followed, innermost first: a chain of rows may be long. */
	private final Deque<Step> steps = new ArrayDeque<>();

	DeletionCollector(RowLookup lookup, Cascades cascades, Route route) {
		this.cascades = cascades;
		this.lookup = lookup;
		this.route = route;
	}

	/** Collect rows and all that depends on them. */
	DeletionPlan collect(FoundRows rows) {
		found(rows, null);
		for (Step step = this.steps.peek(); step != null; step = this.steps.peek()) {
			if (step.relations().hasNext()) {
				follow(step, step.relations().next());
			}
			else {
				this.steps.pop();
				step.fast().forEach((model, filter) -> this.fast.add(new DeletionPlan.Fast(model, filter)));
			}
		}
		return new DeletionPlan(this.doomed, this.fast, List.copyOf(this.changes.values()), this.after, this.needed,
				this.ofChildren, this.protectedRows, remainingRestrictions());
	}

	/** Doom rows; what depends on those that were not doomed already comes next. */
	private void found(FoundRows rows, @Nullable RelationModel along) {
		FoundRows added = add(rows, along);
		if (!added.isEmpty()) {
			addParents(added);
			Iterator<RelationModel> relations = this.cascades.of(rows.columns().model()).iterator();
			this.steps.push(new Step(added, relations, new LinkedHashMap<>()));
		}
	}

	private void follow(Step step, RelationModel relation) {
		List<Object> values = step.rows().values(relation.path().get(0).fromField());
		if (!values.isEmpty()) {
			follow(relation, values, step.fast());
		}
	}

	private FoundRows add(FoundRows rows, @Nullable RelationModel along) {
		EntityModel model = rows.columns().model();
		if (along != null) {
			deleteAfter(along.source(), model);
			if (!along.foreignKey().nullable()) {
				need(along, model);
			}
		}
		return this.doomed.computeIfAbsent(model, (missing) -> FoundRows.none(rows.columns())).addMissing(rows);
	}

	private void deleteAfter(EntityModel later, EntityModel earlier) {
		if (later.concrete() != earlier.concrete()) {
			this.after.computeIfAbsent(later.concrete(), (missing) -> new LinkedHashSet<>()).add(earlier.concrete());
		}
	}

	/** What a foreign key leads to is needed by the rows that have it. */
	private void need(RelationModel relation, EntityModel rows) {
		RelationModel forward = relation.foreignKey().relation();
		if (forward != null) {
			need(forward.target(), rows);
		}
	}

	private void need(EntityModel needed, EntityModel rows) {
		this.needed.computeIfAbsent(needed.concrete(), (missing) -> new LinkedHashSet<>()).add(rows.concrete());
	}

	/**
	 * The rows in parents' tables go too; what refers to them refers to the child as well
	 * and is found there.
	 */
	private void addParents(FoundRows rows) {
		EntityModel model = rows.columns().model().concrete();
		EntityModel parent = model.parent();
		if (parent == null) {
			return;
		}
		FoundRows parents = FoundRows.none(new FoundRows.Columns(parent, parent.key()));
		for (Object key : rows.storedKeys()) {
			List<@Nullable Object> row = new ArrayList<>();
			row.add(key);
			parents.add(row);
		}
		deleteAfter(parent, model);
		need(parent, model);
		FoundRows known = this.doomed.computeIfAbsent(parent, (missing) -> FoundRows.none(parents.columns()));
		FoundRows added = known.addMissing(parents);
		this.ofChildren.computeIfAbsent(parent, (missing) -> new HashSet<>()).addAll(added.keys());
		addParents(added);
	}

	private void follow(RelationModel relation, List<Object> values, Map<EntityModel, RowFilter> fastByModel) {
		FieldModel key = relation.foreignKey();
		TypedKey typed = relation.typed();
		RowFilter pointing = RowFilter.in(key, values);
		RowFilter referring = this.cascades.among(key.model(),
				(typed != null) ? pointing.and(typed.type(), List.of(typed.table())) : pointing);
		switch (relation.onDelete()) {
			case CASCADE -> cascade(relation, key, referring, fastByModel);
			case PROTECT -> refuse(key, referring, this.protectedRows);
			case RESTRICT -> {
				if (refuse(key, referring, this.restrictedRows)) {
					deleteAfter(relation.source(), relation.target());
					need(relation, relation.target());
				}
			}
			case SET_NULL, SET_DEFAULT, SET -> change(relation.onDelete(), key, values);
			case DO_NOTHING, DB_CASCADE, DB_SET_NULL, DB_SET_DEFAULT ->
				throw new IllegalStateException(relation.onDelete() + " is not followed");
		}
	}

	private void cascade(RelationModel relation, FieldModel key, RowFilter referring,
			Map<EntityModel, RowFilter> fastByModel) {
		EntityModel model = relation.target();
		if (this.cascades.isFast(model, key)) {
			fastByModel.merge(model, referring, RowFilter::or);
			return;
		}
		FoundRows rows = this.lookup.read(referring, this.cascades.columns(model), this.route);
		if (!rows.isEmpty()) {
			found(rows, relation);
		}
	}

	private boolean refuse(FieldModel key, RowFilter referring, List<Obstacle> obstacles) {
		FoundRows rows = this.lookup.read(referring, new FoundRows.Columns(key.model(), key.model().key()), this.route);
		if (!rows.isEmpty()) {
			obstacles.add(new Obstacle(key, rows));
		}
		return !rows.isEmpty();
	}

	private void change(OnDeleteAction action, FieldModel key, List<Object> values) {
		this.changes.computeIfAbsent(key, (missing) -> {
			Object value = this.cascades.replacement(action, key, this.route);
			return new DeletionPlan.Change(key, value, new LinkedHashSet<>());
		}).referring().addAll(values);
	}

	/** Rows that stand in the way may go by another cascade after all. */
	private List<Obstacle> remainingRestrictions() {
		List<Obstacle> remaining = new ArrayList<>();
		for (Obstacle obstacle : this.restrictedRows) {
			Set<Object> keys = remainingKeys(obstacle);
			if (!keys.isEmpty()) {
				remaining.add(obstacle.only(keys));
			}
		}
		return remaining;
	}

	private Set<Object> remainingKeys(Obstacle obstacle) {
		EntityModel model = obstacle.key().model();
		Set<Object> keys = new HashSet<>(obstacle.rows().keys());
		this.doomed.forEach((doomedModel, rows) -> {
			if (doomedModel.concrete() == model.concrete()) {
				keys.removeAll(rows.keys());
			}
		});
		for (DeletionPlan.Fast delete : this.fast) {
			if (delete.model() == model && !keys.isEmpty()) {
				keys.removeAll(fastKeys(delete));
			}
		}
		return keys;
	}

	private Set<Object> fastKeys(DeletionPlan.Fast delete) {
		FoundRows.Columns columns = new FoundRows.Columns(delete.model(), delete.model().key());
		return Set.copyOf(this.lookup.read(delete.filter(), columns, this.route).keys());
	}

	/**
	 * Rows whose dependents are being looked for.
	 *
	 * @param rows the rows
	 * @param relations the relations still to follow
	 * @param fast what depends on them and goes unseen, by model
	 */
	private record Step(FoundRows rows, Iterator<RelationModel> relations, Map<EntityModel, RowFilter> fast) {

	}

}
