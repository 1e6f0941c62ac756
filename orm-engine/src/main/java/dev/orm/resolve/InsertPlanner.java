package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;

import dev.orm.error.QueryValueException;
import dev.orm.expression.Assignment;
import dev.orm.meta.FieldModel;
import dev.orm.sql.write.Conflict;
import dev.orm.sql.write.InsertStatement;
import dev.orm.sql.Sql;
import dev.orm.tree.ColumnWalk;
import org.jspecify.annotations.Nullable;

/** Plans an INSERT of rows of one table, some values of which the database computes. */
public final class InsertPlanner {

	private final SelectQuery query;

	InsertPlanner(SelectQuery query) {
		this.query = query;
	}

	/**
	 * Rows to insert. All rows assign the same attributes in the same order.
	 *
	 * @param rows the values of each row; expressions among them refer to no column
	 * @param conflict what happens to rows that violate a constraint; null for an error
	 * @param returning the attributes to answer for each row
	 */
	public record Rows(List<List<Assignment<?>>> rows, @Nullable Conflict conflict, List<String> returning) {

	}

	/**
	 * An insert and what it answers.
	 *
	 * @param statement the statement
	 * @param shape what the returned columns mean
	 */
	public record Planned(InsertStatement statement, RowShape.Values shape) {

	}

	Planned plan(Rows rows) {
		this.query.base();
		List<List<Sql>> values = new ArrayList<>();
		rows.rows().forEach((row) -> values.add(row.stream().map(this::value).toList()));
		List<String> columns = rows.rows()
			.get(0)
			.stream()
			.map((assignment) -> field(assignment.attribute()).column())
			.toList();
		List<RowShape.Value> answered = new ArrayList<>();
		rows.returning()
			.forEach((name) -> answered.add(new RowShape.Value(name, answered.size() + 1, field(name).type())));
		List<String> returned = rows.returning().stream().map((name) -> field(name).column()).toList();
		InsertStatement statement = new InsertStatement(this.query.model.concrete().table(), columns,
				new InsertStatement.Values(values), rows.conflict(), returned);
		return new Planned(statement, new RowShape.Values(answered));
	}

	private Sql value(Assignment<?> assignment) {
		FieldModel field = field(assignment.attribute());
		Sql value = UpdatePlanner.assigned(this.query, field, assignment.value());
		if (!ColumnWalk.columns(value).isEmpty()) {
			throw new QueryValueException(
					"Failed to insert expression %s into %s: there is no row yet whose columns it could refer to. "
						.formatted(assignment.value(), field)
							+ "hint: expressions over columns can only be used to update",
					field.subject());
		}
		return value;
	}

	private FieldModel field(String attribute) {
		return this.query.model.field(attribute).orElseThrow();
	}

}
