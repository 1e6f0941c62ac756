package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.load.Reader;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.observe.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Restriction;
import dev.orm.query.Selection;
import dev.orm.resolve.RowShape;
import org.jspecify.annotations.Nullable;

/** Reads the keys, and other columns, of the rows of a query. Thread-safe. */
final class QueryRows {

	private final QueryCompiler compiler;

	private final Writes writes;

	private final Reader reader;

	private final RowTexts texts;

	QueryRows(Workshop workshop) {
		this.compiler = workshop.compiler();
		this.writes = workshop.writes();
		this.reader = workshop.reader();
		this.texts = new RowTexts(workshop.texts(), workshop.writes());
	}

	Rows read(QuerySpec query, Rows.Columns wanted, String database) {
		List<String> names = wanted.fields().stream().map(FieldModel::attname).toList();
		BoundQuery bound = this.compiler.select(query.then(new Selection.Values(names, Map.of())));
		Rows rows = Rows.none(wanted);
		if (bound.plan().isEmpty() || !(bound.plan().shape() instanceof RowShape.Values shape)) {
			return rows;
		}
		return this.writes.query(bound, Operation.SELECT, database, (found) -> {
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
	boolean areAll(EntityModel model) {
		return this.reader.defaultRows(model).isWhole();
	}

	/** The default manager's rows that fit. */
	QuerySpec matching(EntityModel model, RowFilter filter) {
		return this.reader.defaultRows(model).then(new Restriction.Filter(List.of(filter.condition()), false));
	}

	/** Return the rows that fit, by their keys. */
	Rows select(EntityModel model, RowFilter filter, String database) {
		Rows.Columns wanted = new Rows.Columns(model, model.key());
		return areAll(model) ? this.texts.select(wanted, filter, database)
				: read(matching(model, filter), wanted, database);
	}

	/** Return what a column holds in the rows that fit, without null. */
	List<Object> values(EntityModel model, FieldModel field, RowFilter filter, String database) {
		if (areAll(model)) {
			return this.texts.values(field, filter, database);
		}
		List<FieldModel> fields = new ArrayList<>(model.key());
		if (!fields.contains(field)) {
			fields.add(field);
		}
		return read(matching(model, filter), new Rows.Columns(model, fields), database).values(field);
	}

}
