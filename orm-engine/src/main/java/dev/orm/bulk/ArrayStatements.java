package dev.orm.bulk;

import java.util.ArrayList;
import java.util.List;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.RowsHandler;
import dev.orm.instance.InstanceValues;
import dev.orm.instance.OwnTable;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.routing.Route;
import dev.orm.sql.write.WriteStatement;
import dev.orm.write.ColumnArrays;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements whose rows are instances, as an array of values for each column. What
 * is sent is planned once for all that have its text. Thread-safe.
 */
public final class ArrayStatements {

	private final InstanceValues values;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	public ArrayStatements(InstanceValues values, QueryCompiler compiler, StatementSender sender) {
		this.values = values;
		this.compiler = compiler;
		this.sender = sender;
	}

	/** Say whether the n-th row answered belongs to the n-th instance. */
	boolean answersInOrder() {
		return this.compiler.answersInOrder();
	}

	int update(Text text, List<? extends Model> rows, Route route) {
		return this.sender.update(plan(text), text.operation(), bound(text, rows), route);
	}

	<R> R query(Text text, List<? extends Model> rows, Route route, RowsHandler<R> handler) {
		return this.sender.query(plan(text), text.operation(), bound(text, rows), route, handler);
	}

	private CompiledQuery plan(Text text) {
		return this.compiler.statement(text, text.own().name(), text::statement);
	}

	private List<@Nullable Object> bound(Text text, List<? extends Model> rows) {
		List<FieldModel> sent = text.sent();
		List<@Nullable Object[]> arrays = new ArrayList<>(sent.size());
		sent.forEach((field) -> arrays.add(this.values.column(rows, field)));
		return ColumnArrays.bind(sent, arrays);
	}

	/**
	 * All that the text of a statement depends on, with value equality; fields and tables
	 * compare by identity.
	 */
	interface Text {

		/** The table it is about. */
		OwnTable own();

		/** The columns whose values are sent. */
		List<FieldModel> sent();

		Operation operation();

		WriteStatement statement();

	}

}
