package dev.orm.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.error.QueryValueException;
import dev.orm.expression.node.Node;
import dev.orm.instance.AutomaticValues;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.KeyOrder;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.load.DeferredFields;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.InstanceCheck;
import dev.orm.save.ComputedValues;
import dev.orm.save.NewRows;
import dev.orm.save.UpdateFields;
import dev.orm.write.Conflicts;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;

/**
 * Creates many instances by one statement for each table, whatever their number, and
 * gives them their keys. Those that have a key come first; a transaction is opened only
 * for several statements. Django's {@code bulk_create}. Thread-safe.
 */
public final class BulkCreator {

	/** Bounds the memory one statement takes on both sides. */
	private static final int MOST_ROWS = 50_000;

	/** Rows with expressions are part of the text. */
	private static final int MOST_COMPUTED_ROWS = 200;

	private final WriteModels models;

	private final InstanceValues values;

	private final AutomaticValues automatic;

	private final StatementSender sender;

	private final SavedState state;

	private final BulkInserts inserts;

	private final ComputedValues computed;

	private final DeferredFields deferred;

	private final KeyOrder order;

	private final InstanceCheck check;

	public BulkCreator(WriteModels models, InstanceValues values, AutomaticValues automatic, StatementSender sender,
			SavedState state, BulkInserts inserts, ComputedValues computed, DeferredFields deferred, KeyOrder order,
			InstanceCheck check) {
		this.check = check;
		this.models = models;
		this.values = values;
		this.automatic = automatic;
		this.sender = sender;
		this.state = state;
		this.inserts = inserts;
		this.computed = computed;
		this.deferred = deferred;
		this.order = order;
	}

	public void create(WriteModel model, List<? extends Model> rows, BulkCreateOptions options) {
		model.model().requireWritable();
		Conflicts conflicts = Conflicts.of(model, options);
		refuseSeveralTables(model, options);
		if (rows.isEmpty()) {
			return;
		}
		check(model, rows, options.database());
		this.sender.undoing(model, rows, options.database(), () -> write(model, rows, conflicts, options));
	}

	private boolean write(WriteModel model, List<? extends Model> rows, Conflicts conflicts,
			BulkCreateOptions options) {
		List<Model> withKey = new ArrayList<>();
		List<Model> withoutKey = new ArrayList<>();
		prepare(model, rows, withKey, withoutKey);
		if (options.validates()) {
			this.check.require(model.model(), rows, null, List.of(), options.database());
		}
		List<Runnable> statements = new ArrayList<>();
		IdentityHashMap<Model, Map<FieldModel, Node>> expressions = expressions(model, options);
		for (List<Model> part : List.of(withKey, withoutKey)) {
			boolean keyed = part == withKey;
			List<Model> ordered = this.order.sorted(part, conflicts.order(model, keyed));
			byLeftOut(model, ordered, expressions)
				.forEach((leftOut, alike) -> batches(alike, options).forEach((batch) -> add(statements,
						new NewRows(model, batch, expressions, leftOut), keyed, conflicts, options)));
		}
		run(statements, options.database());
		finish(model, conflicts.ignored() ? withKey : rows, options);
		return true;
	}

	private static void refuseSeveralTables(WriteModel model, BulkCreateOptions options) {
		if (model.isSpread() && !options.severalTables()) {
			throw new QueryValueException(
					"bulkCreate() does not take %s, whose rows are in several tables. ".formatted(model.model())
							+ "hint: allow it by the option acrossTables()");
		}
	}

	private void check(WriteModel model, List<? extends Model> rows, String database) {
		Supplier<Collection<FieldModel>> loaded = model.model()::fields;
		for (Model row : rows) {
			if (this.models.model(row) != model.model()) {
				throw new QueryValueException("bulkCreate() of %s was given a %s".formatted(model.model(), row));
			}
			this.values.requireTargets(row, model.relations(), database, "bulkCreate()");
			this.deferred.fetch(row, loaded);
			for (OwnTable own : model.tables()) {
				this.values.requireKnown(row, own, own.all(), "bulkCreate()");
			}
		}
	}

	private void prepare(WriteModel model, List<? extends Model> rows, List<Model> withKey, List<Model> withoutKey) {
		AutomaticValues.Moment moment = this.automatic.moment(true);
		for (Model row : rows) {
			this.automatic.prepareInsert(row, model, model.model().fields(), moment);
			(this.values.isSet(row, model.root().key()) ? withKey : withoutKey).add(row);
		}
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

	private static List<List<Model>> batches(List<Model> rows, BulkCreateOptions options) {
		int most = options.expressions().isEmpty() ? MOST_ROWS : MOST_COMPUTED_ROWS;
		int size = (options.batchSize() > 0) ? Math.min(options.batchSize(), most) : most;
		List<List<Model>> batches = new ArrayList<>();
		for (int i = 0; i < rows.size(); i += size) {
			batches.add(rows.subList(i, Math.min(i + size, rows.size())));
		}
		return batches;
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

	private void add(List<Runnable> statements, NewRows batch, boolean keyed, Conflicts conflicts,
			BulkCreateOptions options) {
		for (OwnTable own : batch.model().tables()) {
			boolean generates = !keyed && own.table() == batch.model().root().table();
			FieldModel identity = generates ? own.identity() : null;
			String database = options.database();
			statements.add(batch.isComputed() ? () -> this.computed.insert(batch, own, identity, conflicts, database)
					: () -> this.inserts.run(own, batch, identity, conflicts, database));
		}
	}

	private void run(List<Runnable> statements, String database) {
		if (statements.size() == 1) {
			statements.get(0).run();
		}
		else {
			this.sender.together(database, () -> statements.forEach(Runnable::run));
		}
	}

	private void finish(WriteModel model, List<? extends Model> saved, BulkCreateOptions options) {
		this.state.saved(saved, model, options.database());
	}

}
