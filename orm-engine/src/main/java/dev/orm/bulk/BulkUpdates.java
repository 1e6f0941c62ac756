package dev.orm.bulk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.orm.error.NotUpdatedException;
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
import org.jspecify.annotations.Nullable;

/**
 * Updates rows by {@code UPDATE ... FROM unnest(...)}, one statement for each table. With
 * a version all rows must be as they were loaded. Thread-safe.
 */
public final class BulkUpdates {

	private final ArrayStatements statements;

	private final SavedState state;

	public BulkUpdates(ArrayStatements statements, SavedState state) {
		this.statements = statements;
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
	int run(WriteModel model, List<? extends Model> rows, Set<FieldModel> fields, Route route) {
		List<OwnTable> tables = written(model, fields);
		if (tables.size() == 1) {
			return run(Update.of(model, tables.get(0), fields, false), rows, route);
		}
		List<Update> updates = tables.stream().map((own) -> Update.of(model, own, fields, true)).toList();
		return runAll(updates, rows, route);
	}

	/** One table may have lost other rows than another: their keys are told. */
	private int runAll(List<Update> updates, List<? extends Model> rows, Route route) {
		Set<Object> updated = changed(updates.get(0), rows, route);
		updates.stream().skip(1).forEach((update) -> updated.retainAll(changed(update, rows, route)));
		return updated.size();
	}

	private Set<Object> changed(Update update, List<? extends Model> rows, Route route) {
		Set<Object> changed = this.statements.query(update, rows, route, (answer) -> {
			Set<Object> keys = new HashSet<>();
			while (answer.next()) {
				keys.add(key(answer, update.own().key()));
			}
			return keys;
		});
		count(update, rows, changed.size());
		return changed;
	}

	private static Object key(RowReader row, List<FieldModel> key) {
		List<@Nullable Object> parts = new ArrayList<>(key.size());
		key.forEach((field) -> parts.add(field.key(row.get(parts.size() + 1, field.type()))));
		return parts;
	}

	/** Say whether rows of several tables change. */
	static boolean isSpread(WriteModel model, Set<FieldModel> fields) {
		return model.isSpread() && written(model, fields).size() > 1;
	}

	/** A change of any table counts the version up, in whichever it is. */
	private static List<OwnTable> written(WriteModel model, Set<FieldModel> fields) {
		List<OwnTable> written = new ArrayList<>(1);
		for (OwnTable own : model.tables()) {
			if (model.versionOf(own) != null || !Collections.disjoint(own.others(), fields)) {
				written.add(own);
			}
		}
		return written;
	}

	private int run(Update update, List<? extends Model> rows, Route route) {
		int updated = this.statements.update(update, rows, route);
		count(update, rows, updated);
		return updated;
	}

	private void count(Update update, List<? extends Model> rows, int updated) {
		FieldModel version = update.version();
		if (version != null) {
			requireAll(rows, updated, version);
			rows.forEach((row) -> this.state.countUp(row, version));
		}
	}

	private static void requireAll(List<? extends Model> rows, int updated, FieldModel version) {
		if (updated < rows.size()) {
			throw new NotUpdatedException("%d of %d instances of %s were changed or deleted since they were loaded"
				.formatted(rows.size() - updated, rows.size(), version.model()), version.model().name(), null);
		}
	}

	/**
	 * An update of many rows of one table.
	 *
	 * @param own the table
	 * @param written the fields that get values
	 * @param version the field of optimistic locking, or null
	 * @param tellsKeys whether the keys of the rows that changed come back
	 */
	private record Update(OwnTable own, List<FieldModel> written, @Nullable FieldModel version,
			boolean tellsKeys) implements ArrayStatements.Text {

		static Update of(WriteModel model, OwnTable own, Set<FieldModel> fields, boolean tellsKeys) {
			FieldModel version = model.versionOf(own);
			List<FieldModel> written = new ArrayList<>(fields.size());
			for (FieldModel field : own.updatable()) {
				if (fields.contains(field) && field != version) {
					written.add(field);
				}
			}
			return new Update(own, written, version, tellsKeys);
		}

		@Override
		public List<FieldModel> sent() {
			List<FieldModel> sent = new ArrayList<>(this.own.key());
			sent.addAll(this.own.guard());
			if (this.version != null) {
				sent.add(this.version);
			}
			sent.addAll(this.written);
			return sent;
		}

		@Override
		public Operation operation() {
			return Operation.UPDATE;
		}

		/** The rows are looked up one by one, in the order of their keys. */
		@Override
		public UpdateStatement statement() {
			List<FieldModel> sent = sent();
			Unnest rows = ColumnArrays.rows(sent, Unnest.Order.AS_GIVEN);
			List<UpdateStatement.Assigned> assigned = new ArrayList<>();
			List<Sql> conditions = new ArrayList<>();
			for (int i = 0; i < sent.size(); i++) {
				FieldModel field = sent.get(i);
				if (field == this.version) {
					assigned.add(new UpdateStatement.Assigned(field.column(), InstanceStatements.nextVersion(field)));
					conditions.add(InstanceStatements.sameVersion(field, rows.column(i)));
				}
				else if (this.written.contains(field)) {
					assigned.add(new UpdateStatement.Assigned(field.column(), rows.column(i)));
				}
				else if (this.own.guard().contains(field)) {
					conditions.add(InstanceStatements.guarded(this.own, field, rows.column(i)));
				}
				else {
					conditions.add(InstanceStatements.same(field, rows.column(i)));
				}
			}
			return new UpdateStatement(this.own.name(), InstanceStatements.ROW, assigned, rows,
					InstanceStatements.all(conditions),
					this.tellsKeys ? this.own.key().stream().map(InstanceStatements::column).toList() : List.of());
		}

	}

}
