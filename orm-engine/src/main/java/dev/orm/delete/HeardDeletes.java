package dev.orm.delete;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.delete.Told.Row;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Clause;
import dev.orm.expression.node.Nulls;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
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

	private static final Arrangement.OrderBy BY_KEY = new Arrangement.OrderBy(
			List.of(new Clause.Ordering(new Atom.Field("pk"), false, Nulls.DEFAULT)));

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
		List<EntityModel> order = plan.told();
		Map<EntityModel, List<Row>> instances = new LinkedHashMap<>();
		for (EntityModel model : order) {
			FoundRows rows = heard(plan, model);
			if (!rows.isEmpty()) {
				Set<Object> parts = plan.parts(model);
				instances.put(model, load(model, rows, deletion).stream()
					.map((instance) -> new Row(instance, !parts.isEmpty() && parts.contains(key(model, instance))))
					.toList());
			}
		}
		return new Told(this.lifecycle, deletion, order, instances);
	}

	/** Of the part of a child's row in the parent's table, only events tell. */
	private FoundRows heard(DeletionPlan plan, EntityModel model) {
		if (this.lifecycle.hearsDeletes(model)) {
			return plan.rows(model);
		}
		return this.lifecycle.isAroundDelete(model) ? plan.rows(model).without(plan.parts(model))
				: FoundRows.none(plan.rows(model).columns());
	}

	/** Tell nobody. */
	Told ofNone(Deletion deletion) {
		return new Told(this.lifecycle, deletion, List.of(), Map.of());
	}

	/** The instance that was given is told itself. */
	private List<Model> load(EntityModel model, FoundRows rows, Deletion deletion) {
		Model origin = deletion.origin();
		if (origin != null && rows.keys().size() == 1 && this.models.model(origin) == model
				&& rows.keys().contains(key(model, origin))) {
			return List.of(origin);
		}
		return this.rows.instances(QuerySpec.every(model).then(Restriction.Filter.keys(rows.storedKeys())).then(BY_KEY),
				deletion.route());
	}

	private Object key(EntityModel model, Model instance) {
		return Objects.requireNonNull(model.key(this.values.key(instance, model.key())));
	}

	/** Run the deletes of a plan; the first and the last word are those of who hears. */
	<R> R around(Told told, Supplier<R> work) {
		if (told.isNobody()) {
			return work.get();
		}
		return this.sender.heard(told.deletion().route(), () -> {
			told.before();
			return work.get();
		});
	}

}
