package dev.orm.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.orm.error.UnsupportedQueryException;
import dev.orm.error.detail.Subject;
import dev.orm.execute.RowsHandler;
import dev.orm.instance.InstanceSetter;
import dev.orm.instance.OwnTable;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import dev.orm.save.NewRows;
import dev.orm.sql.write.InsertStatement;
import dev.orm.sql.write.KeyedInsert;
import dev.orm.sql.write.Unnest;
import dev.orm.sql.write.WriteStatement;
import dev.orm.type.ValueTypes;
import dev.orm.write.ColumnArrays;
import dev.orm.write.Conflicts;
import dev.orm.write.InstanceStatements;
import dev.orm.write.SavedState;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into one table by
 * {@code INSERT ... SELECT ... FROM unnest(...) WITH ORDINALITY ... ORDER BY n RETURNING}.
 * <p>
 * The n-th key answered belongs to the n-th row where the database promises that: the
 * sort lies below the insert, PostgreSQL inserts row by row in its order, makes each
 * default at that moment and answers in the same order. That also holds where comparing
 * keys would not: for sequences that go down or start over, and for rows that were there
 * and got updated. Where rows lie on several servers, the keys are taken first and come
 * back each with the number of its row. If rows are missing in the answer, that is an
 * error.
 */
public final class BulkInserts {

	private final ArrayStatements statements;

	private final SavedState state;

	public BulkInserts(ArrayStatements statements, SavedState state) {
		this.statements = statements;
		this.state = state;
	}

	/**
	 * Insert rows.
	 * @param own the table
	 * @param batch the rows
	 * @param identity the key the database makes; null if all have keys
	 * @param conflicts what happens to rows that violate a constraint
	 * @param route where
	 */
	void run(OwnTable own, NewRows batch, @Nullable FieldModel identity, Conflicts conflicts, Route route) {
		List<? extends Model> rows = batch.rows();
		Insert insert = insert(own, identity, batch.leftOut(), conflicts);
		if (insert.answered().isEmpty()) {
			int stored = this.statements.update(insert, rows, route);
			StatementSender.requireAll(own.table(), conflicts.ignored() ? stored : rows.size(), stored);
		}
		else {
			this.statements.query(insert, rows, route, answers(rows, insert));
		}
	}

	/**
	 * Rows that are left out answer nothing. Where answers come in any order, only keys
	 * come with the numbers of their rows.
	 */
	private Insert insert(OwnTable own, @Nullable FieldModel identity, List<FieldModel> leftOut, Conflicts conflicts) {
		boolean inOrder = this.statements.answersInOrder() && !own.isSpread();
		List<FieldModel> answered = new ArrayList<>(2);
		if (!conflicts.ignored()) {
			answered.addAll(own.answered(identity, leftOut));
		}
		if (!inOrder && identity == null && !answered.isEmpty()) {
			throw new UnsupportedQueryException(
					"bulkCreate() of %s with keys of their own cannot bring back %s: this database answers in any order. hint: save them one by one, or let it make the keys"
						.formatted(own, InstanceSetter.names(answered)),
					Subject.ofAttribute(own.table().name(), answered.get(0).name()).by("bulkCreate"));
		}
		if (conflicts.counted() != null && inOrder) {
			answered.add(conflicts.counted());
		}
		return new Insert(own, own.sent(identity, leftOut), answered, inOrder, conflicts);
	}

	private RowsHandler<Integer> answers(List<? extends Model> instances, Insert insert) {
		return (rows) -> {
			int count = 0;
			while (rows.next()) {
				int place = insert.inOrder() ? count : number(rows) - 1;
				if (place < instances.size()) {
					read(instances.get(place), rows, insert);
				}
				count++;
			}
			if (count != instances.size()) {
				// nobody can tell whose they are
				instances.forEach((instance) -> forgetKey(instance, insert));
			}
			StatementSender.requireAll(insert.own().table(), instances.size(), count);
			return count;
		};
	}

	private void read(Model instance, RowReader row, Insert insert) {
		this.state.stored(instance, insert.answered(), row, insert.inOrder() ? 1 : 2);
	}

	private void forgetKey(Model instance, Insert insert) {
		insert.answered().stream().filter(FieldModel::primaryKey).forEach((key) -> this.state.forgetKey(instance, key));
	}

	private static int number(RowReader row) {
		return ((Number) Objects.requireNonNull(row.get(1, ValueTypes.BIGINT))).intValue();
	}

	/**
	 * An insert of many rows.
	 *
	 * @param own the table
	 * @param columns the columns that get values
	 * @param answered the columns that come back
	 * @param inOrder whether they come in the order of the rows
	 * @param conflicts what happens to rows that violate a constraint
	 */
	private record Insert(OwnTable own, List<FieldModel> columns, List<FieldModel> answered, boolean inOrder,
			Conflicts conflicts) implements ArrayStatements.Text {

		/** A table of nothing but its identity needs something that says how many. */
		@Override
		public List<FieldModel> sent() {
			return this.columns.isEmpty() ? this.own.all() : this.columns;
		}

		@Override
		public Operation operation() {
			return Operation.INSERT;
		}

		@Override
		public WriteStatement statement() {
			boolean byValue = !this.inOrder && !this.answered.isEmpty();
			Unnest rows = ColumnArrays.rows(sent(), Unnest.Order.NUMBERED);
			InsertStatement insert = new InsertStatement(this.own.name(), InstanceStatements.names(this.columns),
					new InsertStatement.Unnested(rows), this.conflicts.clause(),
					InstanceStatements.names(byValue ? this.answered.subList(1, this.answered.size()) : this.answered));
			return byValue ? new KeyedInsert(insert, this.answered.get(0).column(), matched(this.answered.get(0)))
					: insert;
		}

		/** A row without key never meets one by its key. */
		private List<Integer> matched(FieldModel identity) {
			List<FieldModel> unique = this.conflicts.unique();
			boolean meets = !unique.contains(identity) && this.columns.containsAll(unique);
			return meets ? unique.stream().map(this.columns::indexOf).toList() : List.of();
		}

	}

}
