package dev.orm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.observe.Operation;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.RowShape;
import dev.orm.row.RowReader;
import org.jspecify.annotations.Nullable;

/** Reads the keys, and other columns, of the rows of a query. Thread-safe. */
public final class RowLookup {

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final Reader reader;

	public RowLookup(QueryCompiler compiler, StatementSender sender, Reader reader) {
		this.compiler = compiler;
		this.sender = sender;
		this.reader = reader;
	}

	/**
	 * Read columns of the rows that a filter names, whatever the default manager shows.
	 */
	public FoundRows read(RowFilter filter, FoundRows.Columns wanted, String database) {
		return read(filter.of(wanted.model()), wanted, database);
	}

	/** Say whether there are rows that fit. */
	public boolean exists(EntityModel table, RowFilter filter, String database) {
		return this.sender.query(this.compiler.exists(filter.of(table)), Operation.SELECT, database, RowReader::next);
	}

	/**
	 * Lock the rows of a table until the end of the transaction; say whether there are
	 * any.
	 */
	public boolean lock(EntityModel table, RowFilter filter, String database) {
		QuerySpec locked = filter.of(table).then(dev.orm.query.Operation.Lock.FOR_UPDATE);
		return !read(locked, new FoundRows.Columns(table, table.key()), database).isEmpty();
	}

	public FoundRows read(QuerySpec query, FoundRows.Columns wanted, String database) {
		List<String> names = wanted.fields().stream().map(FieldModel::attname).toList();
		BoundQuery bound = this.compiler.select(query.then(new Selection.Values(names, Map.of())));
		FoundRows rows = FoundRows.none(wanted);
		if (bound.plan().isEmpty() || !(bound.plan().shape() instanceof RowShape.Values shape)) {
			return rows;
		}
		return this.sender.query(bound, Operation.SELECT, database, (found) -> {
			while (found.next()) {
				List<@Nullable Object> row = new ArrayList<>();
				shape.values().forEach((value) -> row.add(found.get(value.column(), value.type())));
				rows.add(row);
			}
			return rows;
		});
	}

	/**
	 * Return whether relations to a model are about all its rows: those of its default
	 * manager are what they show.
	 */
	public boolean areAll(EntityModel model) {
		return this.reader.defaultRows(model).isWhole();
	}

	/** The default manager's rows that fit. */
	public QuerySpec matching(EntityModel model, RowFilter filter) {
		return this.reader.defaultRows(model)
			.then(new Restriction.Filter(List.of(filter.condition()), false))
			.then(new Arrangement.OrderBy(List.of()));
	}

	/** Return the rows of the default manager that fit, by their keys. */
	public FoundRows select(EntityModel model, RowFilter filter, String database) {
		return read(matching(model, filter), new FoundRows.Columns(model, model.key()), database);
	}

	/**
	 * Return what a column holds in the default manager's rows that fit, without null.
	 */
	public List<Object> values(EntityModel model, FieldModel field, RowFilter filter, String database) {
		return read(matching(model, filter), columns(model, field), database).values(field);
	}

	/** Return what a column holds in all rows that fit, without null. */
	public List<Object> values(FieldModel field, RowFilter filter, String database) {
		return read(filter, columns(field.model(), field), database).values(field);
	}

	private static FoundRows.Columns columns(EntityModel model, FieldModel field) {
		List<FieldModel> fields = new ArrayList<>(model.key());
		if (!fields.contains(field)) {
			fields.add(field);
		}
		return new FoundRows.Columns(model, fields);
	}

}
