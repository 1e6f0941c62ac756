package dev.orm.delete;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.signal.Deletion;
import dev.orm.signal.Lifecycle;

/**
 * Tells of the rows of one delete, in Django's order: of all before the first statement,
 * model by model; of those of a model, the last one first, once it is gone and so are
 * those of the models before it. Of one thread, used once.
 */
final class Told {

	private final Lifecycle lifecycle;

	private final Deletion deletion;

	private final Map<EntityModel, List<Row>> rows;

	private final Deque<EntityModel> waiting;

	private final Set<EntityModel> gone = new HashSet<>();

	/**
	 * Create it.
	 * @param lifecycle tells
	 * @param deletion where the delete starts
	 * @param order all models whose rows go, in the order they are told of
	 * @param rows what is told of
	 */
	Told(Lifecycle lifecycle, Deletion deletion, List<EntityModel> order, Map<EntityModel, List<Row>> rows) {
		this.lifecycle = lifecycle;
		this.deletion = deletion;
		this.rows = rows;
		this.waiting = new ArrayDeque<>(rows.isEmpty() ? List.of() : order);
	}

	Deletion deletion() {
		return this.deletion;
	}

	boolean isNobody() {
		return this.rows.isEmpty();
	}

	/** Say that all of them are about to go. */
	void before() {
		for (EntityModel model : this.waiting) {
			for (Row row : rows(model)) {
				if (!row.part()) {
					this.lifecycle.beforeDelete(model, row.instance());
				}
				this.lifecycle.sendBeforeDelete(model, row.instance(), this.deletion);
			}
		}
	}

	/** Say that the rows of a model are gone, as soon as its turn has come. */
	void after(EntityModel ended) {
		this.gone.add(ended);
		while (!this.waiting.isEmpty() && this.gone.contains(this.waiting.peek())) {
			tell(this.waiting.remove());
		}
	}

	private void tell(EntityModel model) {
		List<Row> told = rows(model);
		for (int i = told.size() - 1; i >= 0; i--) {
			Row row = told.get(i);
			if (!row.part()) {
				this.lifecycle.afterDelete(model, row.instance());
			}
			this.lifecycle.sendAfterDelete(model, row.instance(), this.deletion);
		}
	}

	private List<Row> rows(EntityModel model) {
		return this.rows.getOrDefault(model, List.of());
	}

	/**
	 * A row that is told of.
	 *
	 * @param instance its instance
	 * @param part whether it is the part of a child's, whose hooks speak for both
	 */
	record Row(Model instance, boolean part) {

	}

}
