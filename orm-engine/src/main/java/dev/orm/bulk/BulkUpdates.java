package dev.orm.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.error.NotUpdatedException;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.OwnTable;
import dev.orm.instance.WriteModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import dev.orm.sql.Sql;
import dev.orm.sql.write.Unnest;
import dev.orm.sql.write.UpdateStatement;
import dev.orm.write.ColumnArrays;
import dev.orm.write.InstanceStatements;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Updates rows by {@code UPDATE ... FROM unnest(...)}, one statement for each table. With
 * a version all rows must be as they were loaded. Thread-safe.
 */
public final class BulkUpdates {

	private final InstanceValues values;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final SavedState state;

	public BulkUpdates(InstanceValues values, QueryCompiler compiler, StatementSender sender, SavedState state) {
		this.values = values;
		this.compiler = compiler;
		this.sender = sender;
		this.state = state;
	}

	/**
	 * Update rows. A row counts where all its tables were changed: a trigger may drop
	 * some.
	 * @param model their model
	 * @param rows the instances
	 * @param fields the fields that get values
	 * @param route where
	 * @return how many rows matched
	 */
	int run(WriteModel model, List<Model> rows, Set<FieldModel> fields, Route route) {
		List<Batch> batches = model.tables()
			.stream()
			.filter((own) -> isWritten(model, own, fields))
			.map((own) -> Batch.of(model, own, rows, fields))
			.toList();
		return (batches.size() > 1) ? runAll(batches, route) : run(batches.get(0), route);
	}

	/** One table may have lost other rows than another: their keys are told. */
	private int runAll(List<Batch> batches, Route route) {
		Set<Object> updated = changed(batches.get(0), route);
		batches.stream().skip(1).forEach((batch) -> updated.retainAll(changed(batch, route)));
		return updated.size();
	}

	private Set<Object> changed(Batch batch, Route route) {
		List<FieldModel> key = batch.own().key();
		Set<Object> changed = this.sender.query(plan(batch, key), Operation.UPDATE, bound(batch), route, (rows) -> {
			Set<Object> keys = new HashSet<>();
			while (rows.next()) {
				keys.add(key(rows, key));
			}
			return keys;
		});
		count(batch, changed.size());
		return changed;
	}

	private static Object key(RowReader row, List<FieldModel> key) {
		List<@Nullable Object> parts = new ArrayList<>(key.size());
		key.forEach((field) -> parts.add(field.key(row.get(parts.size() + 1, field.type()))));
		return parts;
	}

	/** Say whether rows of several tables change. */
	static boolean isSpread(WriteModel model, Set<FieldModel> fields) {
		return model.tables().stream().filter((own) -> isWritten(model, own, fields)).count() > 1;
	}

	/** A change of any table counts the version up, in whichever it is. */
	private static boolean isWritten(WriteModel model, OwnTable own, Set<FieldModel> fields) {
		return model.versionOf(own) != null || own.others().stream().anyMatch(fields::contains);
	}

	private int run(Batch batch, Route route) {
		int updated = this.sender.update(plan(batch, List.of()), Operation.UPDATE, bound(batch), route);
		count(batch, updated);
		return updated;
	}

	private void count(Batch batch, int updated) {
		FieldModel version = batch.version();
		if (version != null) {
			batch.requireAll(updated, version);
			batch.rows().forEach((row) -> this.state.countUp(row, version));
		}
	}

	private List<@Nullable Object> bound(Batch batch) {
		List<FieldModel> sent = batch.sent();
		List<@Nullable Object[]> values = new ArrayList<>(sent.size());
		sent.forEach((field) -> values.add(this.values.column(batch.rows(), field)));
		return ColumnArrays.bind(sent, values);
	}

	private CompiledQuery plan(Batch batch, List<FieldModel> answered) {
		List<FieldModel> sent = batch.sent();
		return this.compiler.statement(new Key(batch.own(), sent, answered), batch.own().name(),
				() -> statement(batch, sent, answered));
	}

	/** The rows are looked up one by one, in the order of their keys. */
	private static UpdateStatement statement(Batch batch, List<FieldModel> sent, List<FieldModel> answered) {
		Unnest rows = ColumnArrays.rows(sent, Unnest.Order.AS_GIVEN);
		List<UpdateStatement.Assigned> assigned = new ArrayList<>();
		List<Sql> conditions = new ArrayList<>();
		for (int i = 0; i < sent.size(); i++) {
			FieldModel field = sent.get(i);
			if (field == batch.version()) {
				assigned.add(new UpdateStatement.Assigned(field.column(), InstanceStatements.nextVersion(field)));
				conditions.add(InstanceStatements.sameVersion(field, rows.column(i)));
			}
			else if (batch.written().contains(field)) {
				assigned.add(new UpdateStatement.Assigned(field.column(), rows.column(i)));
			}
			else {
				conditions.add(InstanceStatements.same("=", field, rows.column(i)));
			}
		}
		return new UpdateStatement(batch.own().name(), InstanceStatements.ROW, assigned, rows,
				InstanceStatements.all(conditions), answered.stream().map(InstanceStatements::column).toList());
	}

	/** What a statement depends on. Fields and tables compare by identity. */
	private record Key(OwnTable own, List<FieldModel> sent, List<FieldModel> answered) {

	}

	/**
	 * The rows of one statement.
	 *
	 * @param own the table
	 * @param rows the instances
	 * @param written the fields that get values
	 * @param version the field of optimistic locking, or null
	 */
	private record Batch(OwnTable own, List<Model> rows, List<FieldModel> written, @Nullable FieldModel version) {

		Batch {
			FieldModel lock = version;
			written = written.stream().filter((field) -> field != lock).toList();
		}

		static Batch of(WriteModel model, OwnTable own, List<Model> rows, Set<FieldModel> fields) {
			List<FieldModel> written = own.updatable().stream().filter(fields::contains).toList();
			return new Batch(own, rows, written, model.versionOf(own));
		}

		List<FieldModel> sent() {
			List<FieldModel> sent = new ArrayList<>(this.own.key());
			sent.addAll(this.own.guard());
			if (this.version != null) {
				sent.add(this.version);
			}
			sent.addAll(this.written);
			return sent;
		}

		void requireAll(int updated, FieldModel lock) {
			if (updated < this.rows.size()) {
				throw new NotUpdatedException("%d of %d instances of %s were changed or deleted since they were loaded"
					.formatted(this.rows.size() - updated, this.rows.size(), lock.model()), lock.model().name(), null);
			}
		}

	}

}
