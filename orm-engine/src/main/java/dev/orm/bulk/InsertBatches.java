package dev.orm.bulk;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.orm.expression.node.Node;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.KeyOrder;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.save.NewRows;
import dev.orm.save.UpdateFields;
import dev.orm.write.Conflicts;

/**
 * Fills new instances in, and says which of them are inserted by one statement.
 * Thread-safe.
 */
public final class InsertBatches {

	/** Rows with expressions are part of the text. */
	private static final int MOST_COMPUTED_ROWS = 200;

	private final InstanceValues values;

	private final AutomaticValues automatic;

	private final KeyOrder order;

	public InsertBatches(InstanceValues values, AutomaticValues automatic, KeyOrder order) {
		this.values = values;
		this.automatic = automatic;
		this.order = order;
	}

	/** Give instances what the engine sets, and tell those that have a key. */
	Filled filled(WriteModel model, List<? extends Model> rows) {
		Filled filled = new Filled(model, new ArrayList<>(), new ArrayList<>(rows.size()));
		AutomaticValues.Moment moment = this.automatic.moment(true);
		for (Model row : rows) {
			this.automatic.prepareInsert(row, model, model.model().fields(), moment);
			(this.values.isSet(row, model.root().key()) ? filled.keyed() : filled.keyless()).add(row);
		}
		return filled;
	}

	/** Return the batches of all, those with keys first. */
	List<InsertBatch> of(Filled rows, Conflicts conflicts, BulkCreateOptions options) {
		IdentityHashMap<Model, Map<FieldModel, Node>> expressions = expressions(rows.model(), options);
		int most = options.copies() ? Integer.MAX_VALUE
				: expressions.isEmpty() ? Batches.MOST_ROWS : MOST_COMPUTED_ROWS;
		List<InsertBatch> all = new ArrayList<>();
		for (boolean keyed : List.of(true, false)) {
			List<Model> ordered = this.order.sorted(keyed ? rows.keyed() : rows.keyless(),
					conflicts.order(rows.model(), keyed));
			byLeftOut(rows.model(), ordered, expressions)
				.forEach((leftOut, alike) -> Batches.of(alike, options.batchSize(), most)
					.forEach((batch) -> all
						.add(new InsertBatch(new NewRows(rows.model(), batch, expressions, leftOut), keyed))));
		}
		return all;
	}

	/** Rows that leave columns to their defaults do so together. */
	private Map<List<FieldModel>, List<Model>> byLeftOut(WriteModel model, List<Model> rows,
			IdentityHashMap<Model, Map<FieldModel, Node>> expressions) {
		if (model.tables().stream().allMatch((own) -> own.omissible().isEmpty())) {
			return Map.of(List.of(), rows);
		}
		Map<List<FieldModel>, List<Model>> alike = new LinkedHashMap<>();
		for (Model row : rows) {
			Set<FieldModel> given = expressions.getOrDefault(row, Map.of()).keySet();
			List<FieldModel> leftOut = model.tables()
				.stream()
				.flatMap((own) -> this.values.leftOut(row, own, given).stream())
				.toList();
			alike.computeIfAbsent(leftOut, (key) -> new ArrayList<>()).add(row);
		}
		return alike;
	}

	/** Return the fields that the database computes of some instance. */
	static Set<FieldModel> computed(WriteModel model, BulkCreateOptions options) {
		Set<FieldModel> computed = new LinkedHashSet<>();
		expressions(model, options).values().forEach((fields) -> computed.addAll(fields.keySet()));
		return computed;
	}

	/** By identity: the hash of a new instance changes once it has a key. */
	private static IdentityHashMap<Model, Map<FieldModel, Node>> expressions(WriteModel model,
			BulkCreateOptions options) {
		IdentityHashMap<Model, Map<FieldModel, Node>> expressions = new IdentityHashMap<>();
		options.expressions()
			.forEach((computed) -> expressions.put(computed.instance(),
					UpdateFields.expressions(model.model(), computed.assignments(), true)));
		return expressions;
	}

	/**
	 * New instances that are filled in.
	 *
	 * @param model their model
	 * @param keyed those that have a key
	 * @param keyless those that get one
	 */
	record Filled(WriteModel model, List<Model> keyed, List<Model> keyless) {

	}

	/**
	 * Rows of one statement for each table.
	 *
	 * @param rows the rows
	 * @param keyed whether they have keys
	 */
	record InsertBatch(NewRows rows, boolean keyed) {

	}

}
