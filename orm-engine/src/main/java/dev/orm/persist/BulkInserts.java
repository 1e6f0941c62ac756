package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.RowsHandler;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.row.RowReader;
import dev.orm.sql.InsertStatement;
import dev.orm.sql.KeyedInsert;
import dev.orm.sql.Statement;
import dev.orm.sql.Unnest;
import dev.orm.type.ValueTypes;
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
final class BulkInserts {

	private final InstanceValues values;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final SavedState state;

	BulkInserts(InstanceValues values, QueryCompiler compiler, StatementSender sender, SavedState state) {
		this.values = values;
		this.compiler = compiler;
		this.sender = sender;
		this.state = state;
	}

	/**
	 * Insert rows.
	 * @param own the table
	 * @param rows the instances
	 * @param identity the key the database makes; null if all have keys
	 * @param conflicts what happens to rows that violate a constraint
	 * @param database the alias
	 */
	void run(OwnTable own, List<? extends Model> rows, @Nullable FieldModel identity, Conflicts conflicts,
			String database) {
		List<FieldModel> columns = own.sent(identity);
		// a table that holds nothing but its identity needs something that says how many
		List<FieldModel> sent = columns.isEmpty() ? own.all() : columns;
		List<@Nullable Object[]> arrays = new ArrayList<>(sent.size());
		for (FieldModel field : sent) {
			arrays.add(this.values.column(rows, field));
		}
		List<@Nullable Object> bound = ColumnArrays.bind(sent, arrays);
		if (identity == null || conflicts.ignored()) {
			CompiledQuery insert = insert(own, columns, sent, null, conflicts);
			int stored = this.sender.update(insert, Operation.INSERT, bound, database);
			StatementSender.requireAll(own.name(), conflicts.ignored() ? stored : rows.size(), stored);
		}
		else {
			this.sender.query(insert(own, columns, sent, identity, conflicts), Operation.INSERT, bound, database,
					keys(rows, identity));
		}
	}

	private RowsHandler<Integer> keys(List<? extends Model> instances, FieldModel identity) {
		boolean inOrder = this.compiler.answersInOrder();
		return (rows) -> {
			int count = 0;
			while (rows.next()) {
				int place = inOrder ? count : number(rows) - 1;
				if (place < instances.size()) {
					this.state.key(instances.get(place), identity, rows, inOrder ? 1 : 2);
				}
				count++;
			}
			if (count != instances.size()) {
				// nobody can tell whose they are
				instances.forEach((instance) -> this.state.forgetKey(instance, identity));
			}
			StatementSender.requireAll(identity.owner().table(), instances.size(), count);
			return count;
		};
	}

	private static int number(RowReader row) {
		return ((Number) Objects.requireNonNull(row.get(1, ValueTypes.BIGINT))).intValue();
	}

	private CompiledQuery insert(OwnTable own, List<FieldModel> columns, List<FieldModel> sent,
			@Nullable FieldModel identity, Conflicts conflicts) {
		return this.compiler.statement(new Key(own, columns, identity, conflicts), own.name(),
				() -> statement(own, columns, sent, identity, conflicts));
	}

	private Statement statement(OwnTable own, List<FieldModel> columns, List<FieldModel> sent,
			@Nullable FieldModel identity, Conflicts conflicts) {
		Unnest rows = ColumnArrays.rows(sent, Unnest.Order.NUMBERED);
		FieldModel numbered = this.compiler.answersInOrder() ? null : identity;
		List<String> returning = (identity != null && numbered == null) ? List.of(identity.column()) : List.of();
		InsertStatement insert = new InsertStatement(own.name(), InstanceStatements.names(columns),
				new InsertStatement.Unnested(rows), conflicts.clause(), returning);
		return (numbered != null) ? new KeyedInsert(insert, numbered.column(), matched(columns, numbered, conflicts))
				: insert;
	}

	/** A row without key never meets one by its key. */
	private static List<Integer> matched(List<FieldModel> columns, FieldModel identity, Conflicts conflicts) {
		return conflicts.unique().contains(identity) ? List.of()
				: conflicts.unique().stream().map(columns::indexOf).toList();
	}

	/** What a statement depends on. Fields and tables compare by identity. */
	private record Key(OwnTable own, List<FieldModel> columns, @Nullable FieldModel identity, Conflicts conflicts) {

	}

}
