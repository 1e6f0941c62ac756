package dev.orm.delete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.delete.DeletionCollector.Obstacle;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.write.FoundRows;
import dev.orm.write.RowFilter;
import org.jspecify.annotations.Nullable;

/**
 * All that has to happen for some rows to go. Immutable.
 *
 * @param doomed the rows that go, by model
 * @param fast the rows that go without being looked at
 * @param changes the foreign keys that change
 * @param after which models' rows go after those of which others
 * @param ofChildren keys of rows that go only because a child's does
 * @param protectedRows rows that forbid it
 * @param restrictedRows rows that forbid it because they stay
 */
record DeletionPlan(Map<EntityModel, FoundRows> doomed, List<Fast> fast, List<Change> changes,
		Map<EntityModel, Set<EntityModel>> after, Map<EntityModel, Set<Object>> ofChildren,
		List<Obstacle> protectedRows, List<Obstacle> restrictedRows) {

	/** How many statements it takes. */
	int statements() {
		return this.fast.size() + this.changes.size() + this.doomed.size();
	}

	/** The rows of a model that are more than the part of a child's. */
	FoundRows whole(EntityModel model) {
		FoundRows rows = this.doomed.getOrDefault(model, FoundRows.none(new FoundRows.Columns(model, model.key())));
		Set<Object> parts = this.ofChildren.getOrDefault(model, Set.of());
		return parts.isEmpty() ? rows : rows.without(parts);
	}

	/**
	 * The rows, those that refer to others first; in the order found where they refer to
	 * each other in a circle.
	 */
	Map<EntityModel, FoundRows> ordered() {
		Map<EntityModel, FoundRows> ordered = new LinkedHashMap<>();
		Set<EntityModel> gone = new LinkedHashSet<>();
		List<EntityModel> waiting = new ArrayList<>(this.doomed.keySet());
		while (!waiting.isEmpty()) {
			EntityModel next = waiting.stream()
				.filter((model) -> isFree(model, waiting, gone))
				.findFirst()
				.orElse(waiting.get(0));
			waiting.remove(next);
			gone.add(next.concrete());
			FoundRows rows = this.doomed.get(next);
			if (rows != null) {
				ordered.put(next, rows);
			}
		}
		return ordered;
	}

	private boolean isFree(EntityModel model, List<EntityModel> waiting, Set<EntityModel> gone) {
		Set<EntityModel> first = this.after.getOrDefault(model.concrete(), Set.of());
		return waiting.stream()
			.map(EntityModel::concrete)
			.noneMatch((other) -> other != model.concrete() && first.contains(other) && !gone.contains(other));
	}

	/**
	 * Rows that go by one DELETE.
	 *
	 * @param model their model
	 * @param filter which rows
	 */
	record Fast(EntityModel model, RowFilter filter) {

	}

	/**
	 * A foreign key that gets another value.
	 *
	 * @param key the foreign key
	 * @param value its new value
	 * @param referring the old values of the rows to change
	 */
	record Change(FieldModel key, @Nullable Object value, Set<Object> referring) {

	}

}
