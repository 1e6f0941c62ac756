package dev.orm.persist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.orm.compile.BoundQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.meta.FieldModel;
import dev.orm.observe.Operation;
import dev.orm.query.QuerySpec;
import dev.orm.query.Selection;
import dev.orm.resolve.RowShape;
import org.jspecify.annotations.Nullable;

/** Reads the keys, and other columns, of the rows of a query. Thread-safe. */
final class QueryRows {

	private final QueryCompiler compiler;

	private final Writes writes;

	QueryRows(Workshop workshop) {
		this.compiler = workshop.compiler();
		this.writes = workshop.writes();
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

}
