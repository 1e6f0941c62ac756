package dev.orm.bulk;

import java.util.ArrayList;
import java.util.List;

import dev.orm.bulk.InsertBatches.InsertBatch;
import dev.orm.instance.OwnTable;
import dev.orm.meta.FieldModel;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.routing.Route;
import dev.orm.save.ComputedValues;
import dev.orm.save.NewRows;
import dev.orm.write.Conflicts;
import dev.orm.write.StatementSender;

/**
 * Writes batches of new rows, each table of theirs by the statement that suits it. A
 * transaction is opened only for several. Thread-safe.
 */
public final class NewRowsWriter {

	private final BulkInserts inserts;

	private final BulkCopies copies;

	private final ComputedValues computed;

	private final StatementSender sender;

	public NewRowsWriter(BulkInserts inserts, BulkCopies copies, ComputedValues computed, StatementSender sender) {
		this.inserts = inserts;
		this.copies = copies;
		this.computed = computed;
		this.sender = sender;
	}

	void write(List<InsertBatch> batches, Conflicts conflicts, BulkCreateOptions options) {
		List<Runnable> statements = new ArrayList<>();
		batches.forEach((batch) -> add(statements, batch, conflicts, options));
		if (statements.size() == 1) {
			statements.get(0).run();
		}
		else {
			this.sender.together(options.route(), () -> statements.forEach(Runnable::run));
		}
	}

	private void add(List<Runnable> statements, InsertBatch batch, Conflicts conflicts, BulkCreateOptions options) {
		NewRows rows = batch.rows();
		Route route = options.route();
		for (OwnTable own : rows.model().tables()) {
			if (options.copies() && !BulkCopies.columns(batch, own).isEmpty()) {
				statements.add(() -> this.copies.run(own, batch, route));
				continue;
			}
			boolean generates = !batch.keyed() && own.table() == rows.model().root().table();
			FieldModel identity = generates ? own.identity() : null;
			statements.add(rows.isComputed() ? () -> this.computed.insert(rows, own, identity, conflicts, route)
					: () -> this.inserts.run(own, rows, identity, conflicts, route));
		}
	}

}
