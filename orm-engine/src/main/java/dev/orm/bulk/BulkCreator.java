package dev.orm.bulk;

import java.util.List;

import dev.orm.bulk.InsertBatches.Filled;
import dev.orm.error.QueryValueException;
import dev.orm.instance.Readiness;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.meta.EntityModel;
import dev.orm.model.Model;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.persist.InstanceCheck;
import dev.orm.succession.Successors;
import dev.orm.write.Conflicts;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;

/**
 * Creates many instances by one statement for each table, whatever their number, and
 * gives them their keys. Those that have a key come first; a transaction is opened only
 * for several statements. Django's {@code bulk_create}. Thread-safe.
 */
public final class BulkCreator {

	private final WriteModels models;

	private final Readiness readiness;

	private final InstanceCheck check;

	private final InsertBatches batches;

	private final Successors successors;

	private final NewRowsWriter writer;

	private final SavedState state;

	private final StatementSender sender;

	public BulkCreator(WriteModels models, Readiness readiness, InstanceCheck check, InsertBatches batches,
			Successors successors, NewRowsWriter writer, SavedState state, StatementSender sender) {
		this.successors = successors;
		this.models = models;
		this.readiness = readiness;
		this.check = check;
		this.batches = batches;
		this.writer = writer;
		this.state = state;
		this.sender = sender;
	}

	public void create(EntityModel entity, List<? extends Model> rows, BulkCreateOptions options) {
		WriteModel model = this.models.of(entity.requireWritable());
		Conflicts conflicts = Conflicts.of(model, options);
		refuseSeveralTables(model, options);
		if (options.copies()) {
			BulkCopies.require(model, options);
		}
		if (rows.isEmpty()) {
			return;
		}
		requireModel(model, rows);
		this.readiness.require(model, rows,
				new Readiness.Written(model.model().fields(), model.model().fields(), options.route(), "bulkCreate()"));
		this.sender.filling(model, rows, InsertBatches.computed(model, options), options.route(),
				() -> model.isPositioned()
						? this.sender.together(options.route(), () -> write(model, rows, conflicts, options))
						: write(model, rows, conflicts, options));
	}

	private static void refuseSeveralTables(WriteModel model, BulkCreateOptions options) {
		if (model.isSpread() && !options.severalTables()) {
			throw new QueryValueException(
					"bulkCreate() does not take %s, whose rows are in several tables. ".formatted(model.model())
							+ "hint: allow it by the option acrossTables()",
					model.model().subject());
		}
	}

	/** Most rows are of the class of the one before. */
	private void requireModel(WriteModel model, List<? extends Model> rows) {
		Class<?> known = null;
		for (Model row : rows) {
			if (row.getClass() != known && this.models.model(row) != model.model()) {
				throw new QueryValueException("bulkCreate() of %s was given a %s".formatted(model.model(), row),
						model.model().subject())
					.of(row);
			}
			known = row.getClass();
		}
	}

	private boolean write(WriteModel model, List<? extends Model> rows, Conflicts conflicts,
			BulkCreateOptions options) {
		Filled filled = this.batches.filled(model, rows);
		this.successors.fill(rows, model, model.model().fields(), options.route());
		if (options.validates()) {
			this.check.require(model.model(), rows, null, List.of(), options.route());
		}
		this.writer.write(this.batches.of(filled, conflicts, options), conflicts, options);
		boolean silent = conflicts.ignored() || options.copies();
		this.state.saved(silent ? filled.keyed() : rows, model, options.route());
		return true;
	}

}
