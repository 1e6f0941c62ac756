package dev.orm.render;

import java.util.function.Function;

import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Parameter;

/**
 * Writes an expression as a definition of a table has it: columns by their names alone,
 * values as literals.
 */
final class TableExpressionRenderer extends ExpressionRenderer {

	private final SqlRenderer out;

	private final Function<Parameter, String> literals;

	TableExpressionRenderer(SqlRenderer out, Function<Parameter, String> literals) {
		super(out);
		this.out = out;
		this.literals = literals;
	}

	@Override
	public SqlRenderer column(Column node) {
		return this.out.identifier(node.name());
	}

	@Override
	public SqlRenderer parameter(Parameter node) {
		return this.out.append(this.literals.apply(node));
	}

	@Override
	public SqlRenderer infix(Infix node) {
		// no statement of JDBC: a question mark is one
		return infix(node, node.operator().symbol());
	}

}
