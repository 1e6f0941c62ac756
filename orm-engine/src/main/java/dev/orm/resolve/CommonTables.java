package dev.orm.resolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.orm.error.FieldException;
import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.Suggestions;
import dev.orm.model.TableName;
import dev.orm.query.Combination;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.history.Moment;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.CommonTable;
import dev.orm.sql.SelectStatement.Compound;
import dev.orm.sql.SelectStatement.Join;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.SqlNames;
import dev.orm.type.ValueType;

/**
 * The common table expressions a query may refer to, and those it is joined with. Mutable
 * while the query is resolved.
 */
final class CommonTables {

	private final Map<String, Map<String, ValueType>> columns = new LinkedHashMap<>();

	private final List<CommonTable> declared = new ArrayList<>();

	private final List<Source> joined = new ArrayList<>();

	List<CommonTable> declared() {
		return this.declared;
	}

	List<Source> joined() {
		return this.joined;
	}

	private CommonTables inside() {
		CommonTables known = new CommonTables();
		known.columns.putAll(this.columns);
		return known;
	}

	/** Declare a table; its recursive member may join it. */
	void declare(Combination.With operation, ResolveContext context, Moment moment) {
		AnnotationPlanner.checkName(operation.name());
		StatementAssembler.Assembled base = assemble(operation.query(), context, moment);
		Map<String, ValueType> types = types(operation, base);
		this.columns.put(operation.name(), types);
		SelectStatement statement = base.statement();
		if (operation.recursive() != null) {
			StatementAssembler.Assembled next = assemble(operation.recursive(), context, moment);
			if (next.selections().size() != base.selections().size()) {
				throw new QueryValueException(
						"Both members of the recursive table '%s' must select the same columns: %d and %d."
							.formatted(operation.name(), base.selections().size(), next.selections().size()),
						Subject.ofArgument(operation.name()));
			}
			Compound.Operator union = operation.all() ? Compound.Operator.UNION_ALL : Compound.Operator.UNION;
			statement = SelectStatement.of(new Compound(union, List.of(statement, next.statement())));
		}
		List<String> names = types.keySet().stream().map(SqlNames::of).toList();
		this.declared
			.add(new CommonTable(SqlNames.of(operation.name()), names, operation.recursive() != null, statement));
	}

	private StatementAssembler.Assembled assemble(QuerySpec spec, ResolveContext context, Moment moment) {
		SelectQuery query = new QueryReplayer(context, inside(), moment).replay(spec, null);
		query.clearUselessOrdering();
		return new StatementAssembler(query).assemble();
	}

	private static Map<String, ValueType> types(Combination.With operation, StatementAssembler.Assembled base) {
		if (!(base.shape() instanceof RowShape.Values values)) {
			throw new QueryValueException("The table '%s' needs columns with names: use values(…) on its queryset."
				.formatted(operation.name()), Subject.ofArgument(operation.name()));
		}
		Map<String, ValueType> types = new LinkedHashMap<>();
		values.values().forEach((value) -> types.put(value.name(), value.type()));
		return types;
	}

	/** Make a table known that is not declared by WITH. */
	void know(String table, Map<String, ValueType> types) {
		this.columns.put(table, types);
	}

	/** Refer to a column of a table. */
	Column column(String table, String column) {
		Map<String, ValueType> types = this.columns.get(table);
		if (types == null) {
			throw new FieldException("No common table is named '%s'. Declare it by with(…) first.".formatted(table),
					UnknownName.of("", table, this.columns.keySet()));
		}
		ValueType type = types.get(column);
		if (type == null) {
			throw Suggestions.unknown(column, column, table, List.copyOf(types.keySet()));
		}
		return Column.computed(SqlNames.of(table), SqlNames.of(column), type);
	}

	/** Join a table by one of its columns. */
	void join(Combination.JoinTable operation, Sql near) {
		Column far = column(operation.table(), operation.column());
		Join join = operation.optional() ? Join.LEFT : Join.INNER;
		String table = SqlNames.of(operation.table());
		this.joined
			.add(new Source(TableName.of(table), null, table, join, Infix.condition(near, BuiltInOperator.EQUAL, far)));
	}

}
