package dev.orm.tree;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.orm.sql.Column;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Compound;
import dev.orm.sql.SelectStatement.Selection;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import org.jspecify.annotations.Nullable;

/** Gives the tables of an expression other aliases, inside subqueries too. */
public final class Relabeling {

	private final Map<String, String> aliases;

	private Relabeling(Map<String, String> aliases) {
		this.aliases = aliases;
	}

	/**
	 * Rename tables.
	 * @param expression the expression
	 * @param aliases the new aliases by the old ones
	 * @return a copy
	 */
	public static Sql apply(Sql expression, Map<String, String> aliases) {
		return new Relabeling(aliases).rename(expression);
	}

	private Sql rename(Sql expression) {
		return expression.transform(this::replacement);
	}

	private @Nullable Sql replacement(Sql part) {
		if (part instanceof Column column && this.aliases.containsKey(column.alias())) {
			return new Column(this.aliases.get(column.alias()), column.name(), column.type(), column.primaryKey(),
					column.nullable());
		}
		if (part instanceof SubqueryCall call) {
			return new SubqueryCall(statement(call.statement()), call.form(), all(call.outer()), call.multiValued(),
					call.type());
		}
		return null;
	}

	private List<Sql> all(List<Sql> expressions) {
		return expressions.stream().map(this::rename).toList();
	}

	private @Nullable Sql optional(@Nullable Sql expression) {
		return (expression != null) ? rename(expression) : null;
	}

	private SelectStatement statement(SelectStatement statement) {
		UnaryOperator<Source> source = (from) -> new Source(from.table(),
				(from.subquery() != null) ? statement(from.subquery()) : null, from.alias(), from.join(),
				optional(from.on()));
		Compound compound = statement.compound();
		return new SelectStatement(statement.with(), statement.distinct(), all(statement.distinctOn()),
				statement.selections()
					.stream()
					.map((selection) -> new Selection(rename(selection.expression()), selection.alias()))
					.toList(),
				statement.from().stream().map(source).toList(), optional(statement.where()), all(statement.groupBy()),
				optional(statement.having()), all(statement.orderBy()), statement.limit(), statement.offset(),
				statement.lock(),
				(compound != null)
						? new Compound(compound.operator(), compound.members().stream().map(this::statement).toList())
						: null);
	}

}
