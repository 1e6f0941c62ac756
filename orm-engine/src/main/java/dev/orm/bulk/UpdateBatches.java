package dev.orm.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;

import dev.orm.error.NotUpdatedException;
import dev.orm.expression.Assignment;
import dev.orm.instance.KeyOrder;
import dev.orm.instance.WriteModel;
import dev.orm.instance.WriteModels;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.BulkUpdateOptions;
import dev.orm.persist.SaveOptions;
import dev.orm.routing.Route;
import dev.orm.save.Saver;
import dev.orm.write.StatementSender;

/**
 * Writes changed rows in batches, those for which the database computes something each by
 * a statement of its own. Thread-safe.
 */
public final class UpdateBatches {

	private final WriteModels models;

	private final KeyOrder order;

	private final BulkUpdates updates;

	private final Saver saver;

	private final StatementSender sender;

	public UpdateBatches(WriteModels models, KeyOrder order, BulkUpdates updates, Saver saver, StatementSender sender) {
		this.models = models;
		this.order = order;
		this.updates = updates;
		this.saver = saver;
		this.sender = sender;
	}

	int write(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields, List<String> names,
			BulkUpdateOptions options) {
		List<FieldModel> key = model.root().key();
		List<? extends Model> ordered = this.order.distinct(rows, key);
		List<IntSupplier> statements = new ArrayList<>();
		for (List<? extends Model> batch : Batches.of((ordered != null) ? ordered : rows, options.batchSize(),
				Batches.MOST_ROWS)) {
			// of several instances with one key the caller's batches say which one counts
			List<? extends Model> once = (ordered != null) ? batch : this.order.firstOfEachKey(batch, key);
			List<? extends Model> plain = plain(once, names, options, statements);
			if (!plain.isEmpty()) {
				statements.add(() -> this.updates.run(model, plain, fields, options.route()));
			}
		}
		return run(statements, model.version() == null && !BulkUpdates.isSpread(model, fields), options.route());
	}

	/** The rows for which the database computes nothing; the others get statements. */
	private List<? extends Model> plain(List<? extends Model> rows, List<String> names, BulkUpdateOptions options,
			List<IntSupplier> statements) {
		if (options.expressions().isEmpty()) {
			return rows;
		}
		List<Model> plain = new ArrayList<>(rows.size());
		for (Model row : rows) {
			List<Assignment<?>> expressions = options.expressions().getOrDefault(row, List.of());
			if (expressions.isEmpty()) {
				plain.add(row);
			}
			else {
				statements.add(() -> compute(row, names, expressions, options.route()));
			}
		}
		return plain;
	}

	/**
	 * Run the statements.
	 * @param statements the statements
	 * @param alone whether one of them may run without a transaction; one that finds
	 * versions have moved on may not, since the other rows of it have changed by then
	 * @param route where
	 * @return how many rows matched
	 */
	private int run(List<IntSupplier> statements, boolean alone, Route route) {
		if (statements.size() == 1 && alone) {
			return statements.get(0).getAsInt();
		}
		return statements.isEmpty() ? 0
				: this.sender.together(route, () -> statements.stream().mapToInt(IntSupplier::getAsInt).sum());
	}

	private int compute(Model row, List<String> names, List<Assignment<?>> expressions, Route route) {
		WriteModel model = this.models.of(row);
		SaveOptions options = SaveOptions.on(route).updateFields(names).computing(expressions);
		try {
			// a save of several tables that fails condemns the block around it
			return model.isSpread() ? this.sender.apart(route, () -> saved(row, options)) : saved(row, options);
		}
		catch (NotUpdatedException ex) {
			if (model.version() != null) {
				throw ex;
			}
			// a row that is not there stays so
			return 0;
		}
	}

	private int saved(Model row, SaveOptions options) {
		this.saver.save(row, options);
		return 1;
	}

}
