package dev.orm.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.load.ReadOptions;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.observe.Operation;
import dev.orm.query.Arrangement;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.RowShape;
import dev.orm.routing.Route;
import dev.orm.routing.Target;
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
	public FoundRows read(RowFilter filter, FoundRows.Columns wanted, Route route) {
		return read(filter.of(wanted.model()), wanted, route);
	}

	/** Say whether there are rows that fit. */
	public boolean exists(EntityModel table, RowFilter filter, Route route) {
		return this.sender.query(this.compiler.exists(filter.of(table)), Operation.SELECT, route, RowReader::next);
	}

	/**
	 * Lock the rows of a table until the end of the transaction; say whether there are
	 * any.
	 */
	public boolean lock(EntityModel table, RowFilter filter, Route route) {
		QuerySpec locked = filter.of(table).then(dev.orm.query.Operation.Lock.FOR_UPDATE);
		return !read(locked, new FoundRows.Columns(table, table.key()), route).isEmpty();
	}

	public FoundRows read(QuerySpec query, FoundRows.Columns wanted, Route route) {
		List<String> names = wanted.fields().stream().map(FieldModel::attname).toList();
		BoundQuery bound = this.compiler.select(query.then(new Selection.Values(names, Map.of())));
		FoundRows rows = FoundRows.none(wanted);
		if (bound.plan().isEmpty() || !(bound.plan().shape() instanceof RowShape.Values shape)) {
			return rows;
		}
		return this.sender.query(bound, Operation.SELECT, route, (found) -> {
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
		return this.reader.defaultRows(model).isWhole() && !model.isScoped();
	}

	/** The default manager's rows that fit. */
	public QuerySpec matching(EntityModel model, RowFilter filter) {
		return this.reader.defaultRows(model)
			.then(new Restriction.Filter(List.of(filter.condition()), false))
			.then(new Arrangement.OrderBy(List.of()));
	}

	/** Return the rows of the default manager that fit, by their keys. */
	public FoundRows select(EntityModel model, RowFilter filter, Route route) {
		return read(matching(model, filter), new FoundRows.Columns(model, model.key()), route);
	}

	/**
	 * Return what a column holds in the default manager's rows that fit, without null.
	 */
	public List<Object> values(EntityModel model, FieldModel field, RowFilter filter, Route route) {
		return read(matching(model, filter), columns(model, field), route).values(field);
	}

	/** Return what a column holds in all rows that fit, without null. */
	public List<Object> values(FieldModel field, RowFilter filter, Route route) {
		return read(filter, columns(field.model(), field), route).values(field);
	}

	/** Load rows that were found, whatever the default manager shows. */
	public List<Model> instances(FoundRows found, Route route) {
		return instances(QuerySpec.every(found.columns().model()).then(Restriction.Filter.keys(found.storedKeys())),
				route);
	}

	/** Load the rows of a query for a write, from where they are written. */
	public List<Model> instances(QuerySpec query, Route route) {
		return this.reader.instances(query, ReadOptions.DEFAULT.using(route.on(Target.PRIMARY)));
	}

	private static FoundRows.Columns columns(EntityModel model, FieldModel field) {
		List<FieldModel> fields = new ArrayList<>(model.key());
		if (!fields.contains(field)) {
			fields.add(field);
		}
		return new FoundRows.Columns(model, fields);
	}

}
