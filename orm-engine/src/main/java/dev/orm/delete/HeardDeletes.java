package dev.orm.delete;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.signal.Deletion;
import dev.orm.signal.Lifecycle;
import dev.orm.write.FoundRows;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;

/**
 * Lets hooks and whoever listens know of the rows of a delete, which are loaded for that:
 * one SELECT for each model somebody hears of. Thread-safe.
 */
final class HeardDeletes {

	private final WriteModels models;

	private final InstanceValues values;

	private final StatementSender sender;

	private final RowLookup rows;

	private final Lifecycle lifecycle;

	HeardDeletes(WriteModels models, InstanceValues values, StatementSender sender, RowLookup rows,
			Lifecycle lifecycle) {
		this.models = models;
		this.values = values;
		this.sender = sender;
		this.rows = rows;
		this.lifecycle = lifecycle;
	}

	/** Return the instances of a plan whose deletion is heard of. */
	Told of(DeletionPlan plan, Deletion deletion) {
		Map<EntityModel, List<Model>> instances = new LinkedHashMap<>();
		for (EntityModel model : plan.doomed().keySet()) {
			FoundRows rows = this.lifecycle.isAroundDelete(model) ? plan.whole(model) : null;
			if (rows != null && !rows.isEmpty()) {
				instances.put(model, load(model, rows, deletion));
			}
		}
		return new Told(this.lifecycle, deletion, instances);
	}

	/** Tell nobody. */
	Told ofNone(Deletion deletion) {
		return new Told(this.lifecycle, deletion, Map.of());
	}

	/** The instance that was given is told itself. */
	private List<Model> load(EntityModel model, FoundRows rows, Deletion deletion) {
		Model origin = deletion.origin();
		if (origin != null && rows.keys().size() == 1 && this.models.model(origin) == model
				&& rows.keys().contains(Objects.requireNonNull(model.key(this.values.key(origin, model.key()))))) {
			return List.of(origin);
		}
		return this.rows.instances(rows, deletion.route());
	}

	/** Run the deletes of a plan; the first and the last word are those of who hears. */
	<R> R around(Told told, Supplier<R> work) {
		if (told.instances().isEmpty()) {
			return work.get();
		}
		return this.sender.heard(told.deletion().route(), () -> {
			told.instances().forEach((model, each) -> each.forEach((row) -> told.before(model, row)));
			return work.get();
		});
	}

	/**
	 * Who is told of a delete.
	 *
	 * @param lifecycle tells them
	 * @param deletion where the delete starts
	 * @param instances the rows, by model
	 */
	record Told(Lifecycle lifecycle, Deletion deletion, Map<EntityModel, List<Model>> instances) {

		private void before(EntityModel model, Model instance) {
			this.lifecycle.beforeDelete(model, instance, this.deletion);
		}

		void after(EntityModel model) {
			this.instances.getOrDefault(model, List.of())
				.forEach((instance) -> this.lifecycle.afterDelete(model, instance, this.deletion));
		}

	}

}
