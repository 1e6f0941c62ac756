package dev.orm.delete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.delete.DeletionPlan.Obstacle;
import dev.orm.error.ProtectedException;
import dev.orm.error.RestrictedException;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.persist.Deleted;
import dev.orm.routing.Route;
import dev.orm.signal.Deletion;
import dev.orm.write.FoundRows;
import dev.orm.write.QueryUpdater;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;

/**
 * Collects all that goes with some rows, lets whatever stands in the way refuse, and has
 * them end. Thread-safe.
 */
final class DeletionRun {

	private final StatementSender sender;

	private final QueryUpdater updater;

	private final RowLookup rows;

	private final HeardDeletes heard;

	DeletionRun(StatementSender sender, QueryUpdater updater, RowLookup rows, HeardDeletes heard) {
		this.sender = sender;
		this.updater = updater;
		this.rows = rows;
		this.heard = heard;
	}

	/** Let rows and all that goes with them end. */
	Deleted carryOut(FoundRows rows, Deletion from, Ending ending) {
		if (rows.isEmpty()) {
			return Deleted.NOTHING;
		}
		Route route = from.route();
		DeletionPlan plan = new DeletionCollector(this.rows, ending.cascades(), route).collect(rows);
		refuse(plan.protectedRows(), rows, route, "protected", ProtectedException::new);
		refuse(plan.restrictedRows(), rows, route, "restricted", RestrictedException::new);
		Told told = ending.isHeard() ? this.heard.of(plan, from) : this.heard.ofNone(from);
		return this.heard.around(told, () -> (plan.statements() == 1) ? run(plan, told, ending)
				: this.sender.together(route, () -> run(plan, told, ending)));
	}

	private void refuse(List<Obstacle> obstacles, FoundRows rows, Route route, String kind, Refusal refusal) {
		if (obstacles.isEmpty()) {
			return;
		}
		Set<String> relations = new LinkedHashSet<>();
		List<Model> objects = new ArrayList<>();
		for (Obstacle obstacle : obstacles) {
			relations.add(obstacle.key().toString());
			objects.addAll(load(obstacle, route));
		}
		String model = rows.columns().model().toString();
		throw refusal.of(
				"""
						Cannot delete some instances of model %s because they are referenced through %s foreign keys: %s.
						  hint: delete or change the %d referring instances first (see objects())"""
					.formatted(model, kind, String.join(", ", relations), objects.size()),
				model, List.copyOf(relations), objects);
	}

	private List<Model> load(Obstacle obstacle, Route route) {
		return obstacle.key().model().autoCreated() ? List.of() : this.rows.instances(obstacle.rows(), route);
	}

	private Deleted run(DeletionPlan plan, Told told, Ending ending) {
		Route route = told.deletion().route();
		Map<String, Long> counts = new HashMap<>();
		for (DeletionPlan.Fast delete : plan.fast()) {
			count(counts, delete.model(), ending.end(delete.model(), delete.filter(), route));
		}
		for (DeletionPlan.Change change : plan.changes()) {
			this.updater.set(change.key(), change.value(), RowFilter.in(change.key(), change.referring()), route);
		}
		plan.ordered().forEach((model, rows) -> {
			RowFilter filter = RowFilter.keys(model.concrete().key(), rows.storedKeys());
			count(counts, model, ending.end(model, ending.cascades().among(model, filter), route));
			told.after(model);
		});
		return Deleted.of(counts);
	}

	private static void count(Map<String, Long> counts, EntityModel model, long ended) {
		if (ended > 0) {
			counts.merge(model.name(), ended, Long::sum);
		}
	}

	/** Says that rows are in the way of a delete. */
	private interface Refusal {

		RuntimeException of(String message, String model, List<String> relations, List<?> objects);

	}

}
