package dev.orm.copy;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.execute.CopyChannel;
import dev.orm.execute.StatementCall;
import dev.orm.execute.StatementRunner;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.observe.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.routing.Route;
import dev.orm.routing.Routes;
import dev.orm.sql.write.CopyIn;
import org.jspecify.annotations.Nullable;

/** The door of this room. Thread-safe. */
public final class Copies {

	private final QueryCompiler compiler;

	private final CopyChannel channel;

	/**
	 * Open the room.
	 * @param compiler turns queries into SQL
	 * @param runner runs statements
	 */
	public Copies(QueryCompiler compiler, StatementRunner runner) {
		this.compiler = compiler;
		this.channel = new CopyChannel(runner);
	}

	/**
	 * Write the rows of a query into a stream.
	 * @param query the query: instances are written by all columns
	 * @param route the database
	 * @param format how the rows are written
	 * @param to the stream; it is not closed
	 * @return how many rows were written
	 */
	public long out(QuerySpec query, Route route, Copy format, OutputStream to) {
		BoundQuery bound = this.compiler.copy(query, format.options());
		Routes.requireOne(route, bound.sources());
		CompiledQuery plan = bound.plan();
		return this.channel.out(
				StatementCall.reading(route, plan.sql(), plan.types(), bound.values(), Operation.SELECT, plan.table()),
				to);
	}

	/**
	 * Load rows from a stream.
	 * @param model the model
	 * @param attributes the attributes the rows have, in their order
	 * @param route the database
	 * @param format how the rows are written
	 * @param rows the stream; it is not closed
	 * @return how many rows were loaded
	 * @throws CopyException if the database refuses a row
	 * @throws dev.orm.error.QueryValueException if the attributes do not make up rows
	 */
	public long in(EntityModel model, List<String> attributes, Route route, Copy format, InputStream rows) {
		return load(model.requireWritable(), CopyColumns.of(model, attributes), route, format, rows);
	}

	/**
	 * Load rows that are in memory.
	 * @param model the model whose table gets them
	 * @param fields the columns the rows have, in their order
	 * @param rows the values of each row, made one by one
	 * @param route the database
	 * @return how many rows were loaded
	 * @throws CopyException if the database refuses a row
	 */
	public long rows(EntityModel model, List<FieldModel> fields,
			Iterator<? extends List<? extends @Nullable Object>> rows, Route route) {
		return load(model, fields, route, Copy.text(), new CopyRows(fields, rows));
	}

	private long load(EntityModel model, List<FieldModel> fields, Route route, Copy format, InputStream rows) {
		CopyIn statement = new CopyIn(model.table(), fields.stream().map(FieldModel::column).toList(),
				format.options());
		CompiledQuery plan = this.compiler.statement(statement, model.table(), () -> statement);
		return this.channel.in(StatementCall.of(route, plan.sql(), Operation.INSERT, plan.table()), rows,
				CopyException::new);
	}

}
