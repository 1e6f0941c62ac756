package dev.orm.bulk;

import java.util.List;

import dev.orm.bulk.InsertBatches.InsertBatch;
import dev.orm.copy.Copies;
import dev.orm.error.UnsupportedCombinationException;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.routing.Route;
import dev.orm.write.StatementSender;

/** Loads new rows by {@code COPY}, which answers nothing. Thread-safe. */
public final class BulkCopies {

	private final InstanceValues values;

	private final Copies copies;

	public BulkCopies(InstanceValues values, Copies copies) {
		this.values = values;
		this.copies = copies;
	}

	/** Refuse what COPY cannot do. */
	static void require(WriteModel model, BulkCreateOptions options) {
		String refused = options.ignoreConflicts() || options.updateConflicts() ? "conflicts"
				: !options.expressions().isEmpty() ? "expressions" : model.isSpread() ? "rows in several tables" : "";
		if (!refused.isEmpty()) {
			throw new UnsupportedCombinationException(
					"COPY knows no %s: bulkCreate() of %s is copying(). hint: leave out one of both".formatted(refused,
							model.model()),
					model.model().subject().by("copying"));
		}
	}

	/** Return the columns of a batch; empty if there is nothing to send but defaults. */
	static List<FieldModel> columns(InsertBatch batch, OwnTable own) {
		return own.sent(batch.keyed() ? null : own.identity(), batch.rows().leftOut());
	}

	void run(OwnTable own, InsertBatch batch, Route route) {
		List<FieldModel> columns = columns(batch, own);
		long stored = this.copies.rows(own.table(), columns,
				batch.rows().rows().stream().map((row) -> this.values.values(row, columns)).iterator(), route);
		StatementSender.requireAll(own.table(), batch.rows().rows().size(), (int) stored);
	}

}
