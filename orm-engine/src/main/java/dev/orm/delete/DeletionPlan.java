package dev.orm.delete;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param needed the same, where rows of the others cannot be without them
 * @param ofChildren keys of rows that go only because a child's does
 * @param protectedRows rows that forbid it
 * @param restrictedRows rows that forbid it because they stay
 */
record DeletionPlan(Map<EntityModel, FoundRows> doomed, List<Fast> fast, List<Change> changes,
		Map<EntityModel, Set<EntityModel>> after, Map<EntityModel, Set<EntityModel>> needed,
		Map<EntityModel, Set<Object>> ofChildren, List<Obstacle> protectedRows, List<Obstacle> restrictedRows) {

	/** How many statements it takes. */
	int statements() {
		return this.fast.size() + this.changes.size() + this.doomed.size();
	}

	/** The rows of a model, which is one of those whose rows go. */
	FoundRows rows(EntityModel model) {
		return Objects.requireNonNull(this.doomed.get(model), model::name);
	}

	/** The keys of rows of a model that go only because a child's does. */
	Set<Object> parts(EntityModel model) {
		return this.ofChildren.getOrDefault(model, Set.of());
	}

	/**
	 * The models whose rows go, in the order in which they are told of: those that cannot
	 * be without others before these, as Django's {@code Collector} sorts them; as they
	 * were found if that leads in a circle.
	 */
	List<EntityModel> told() {
		List<EntityModel> sorted = new ArrayList<>();
		Set<EntityModel> going = this.doomed.keySet().stream().map(EntityModel::concrete).collect(Collectors.toSet());
		Set<EntityModel> done = new HashSet<>();
		boolean found = true;
		while (found && sorted.size() < this.doomed.size()) {
			found = false;
			for (EntityModel model : this.doomed.keySet()) {
				if (!sorted.contains(model) && done.containsAll(toldBefore(model, going))) {
					found = true;
					sorted.add(model);
					done.add(model.concrete());
				}
			}
		}
		return found ? sorted : List.copyOf(this.doomed.keySet());
	}

	private Set<EntityModel> toldBefore(EntityModel model, Set<EntityModel> going) {
		Set<EntityModel> before = new HashSet<>(this.needed.getOrDefault(model.concrete(), Set.of()));
		before.retainAll(going);
		return before;
	}

	/**
	 * The rows, those that refer to others first; where they refer to each other in a
	 * circle, those that cannot be without others, such as a child without the row of its
	 * parent.
	 */
	Map<EntityModel, FoundRows> ordered() {
		Map<EntityModel, FoundRows> ordered = new LinkedHashMap<>();
		Set<EntityModel> gone = new LinkedHashSet<>();
		List<EntityModel> waiting = new ArrayList<>(this.doomed.keySet());
		while (!waiting.isEmpty()) {
			EntityModel next = free(waiting, gone, this.after).or(() -> free(waiting, gone, this.needed))
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

	private static Optional<EntityModel> free(List<EntityModel> waiting, Set<EntityModel> gone,
			Map<EntityModel, Set<EntityModel>> order) {
		return waiting.stream().filter((model) -> isFree(model, waiting, gone, order)).findFirst();
	}

	private static boolean isFree(EntityModel model, List<EntityModel> waiting, Set<EntityModel> gone,
			Map<EntityModel, Set<EntityModel>> order) {
		Set<EntityModel> first = order.getOrDefault(model.concrete(), Set.of());
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

	/**
	 * Rows that stand in the way of a delete.
	 *
	 * @param key the foreign key by which they do
	 * @param rows the rows
	 */
	record Obstacle(FieldModel key, FoundRows rows) {

		Obstacle only(Set<Object> keys) {
			FoundRows fewer = FoundRows.none(this.rows.columns());
			this.rows.byKey().forEach((key, row) -> {
				if (keys.contains(key)) {
					fewer.byKey().put(key, row);
				}
			});
			return new Obstacle(this.key, fewer);
		}

	}

}
