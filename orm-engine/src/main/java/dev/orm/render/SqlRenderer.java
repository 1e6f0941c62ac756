package dev.orm.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.orm.dialect.Dialect;
import dev.orm.model.TableName;
import dev.orm.sql.Parameter;
import dev.orm.sql.clause.RowLock;
import dev.orm.sql.SelectStatement;
import dev.orm.sql.SelectStatement.Source;
import dev.orm.sql.Sql;
import dev.orm.sql.copy.CopyOption;
import dev.orm.sql.copy.CopyOut;
import dev.orm.sql.write.Unnest;
import dev.orm.sql.write.WriteStatement;
import org.jspecify.annotations.Nullable;

/** Writes one statement. Used once, by one thread. */
public final class SqlRenderer {

	private final Dialect dialect;

	private final StringBuilder text = new StringBuilder(256);

	private final List<Parameter> parameters = new ArrayList<>();

	private final ExpressionRenderer expressions;

	private SqlRenderer(Dialect dialect) {
		this.dialect = dialect;
		this.expressions = new ExpressionRenderer(this);
	}

	private SqlRenderer(Dialect dialect, Function<Parameter, String> literals) {
		this.dialect = dialect;
		this.expressions = new TableExpressionRenderer(this, literals);
	}

	/**
	 * Write a SELECT.
	 * @param statement the statement
	 * @param dialect the dialect
	 * @return the text
	 */
	public static RenderedSql render(SelectStatement statement, Dialect dialect) {
		return render(dialect, (renderer) -> renderer.select(statement));
	}

	/**
	 * Write a statement that changes rows.
	 * @param statement the statement
	 * @param dialect the dialect
	 * @return the text
	 */
	public static RenderedSql render(WriteStatement statement, Dialect dialect) {
		return render(dialect, (renderer) -> new WriteRenderer(renderer).statement(statement));
	}

	/**
	 * Write a COPY out of the database. It takes no parameters: their values replace the
	 * question marks before it is sent, as {@link LiteralText} does.
	 * @param statement the statement
	 * @param dialect the dialect
	 * @return the text
	 */
	public static RenderedSql render(CopyOut statement, Dialect dialect) {
		return render(dialect, (renderer) -> renderer.copy(statement));
	}

	/**
	 * Write an expression alone.
	 * @param expression the expression
	 * @param dialect the dialect
	 * @return the text
	 */
	public static RenderedSql render(Sql expression, Dialect dialect) {
		return render(dialect, (renderer) -> renderer.expression(expression));
	}

	/**
	 * Write an expression as the definition of a table has it: columns by their names
	 * alone, values as literals.
	 * @param expression an expression over the columns of one table
	 * @param dialect the dialect
	 * @param literals writes a value
	 * @return the text
	 */
	public static String definition(Sql expression, Dialect dialect, Function<Parameter, String> literals) {
		SqlRenderer renderer = new SqlRenderer(dialect, literals);
		renderer.expression(expression);
		return renderer.text.toString();
	}

	/**
	 * Write an expression as {@link #definition} does, where the words behind it could be
	 * taken for a part of it: in parentheses, unless it ends by itself.
	 * @param expression an expression over the columns of one table
	 * @param dialect the dialect
	 * @param literals writes a value
	 * @return the text
	 */
	public static String enclosedDefinition(Sql expression, Dialect dialect, Function<Parameter, String> literals) {
		SqlRenderer renderer = new SqlRenderer(dialect, literals);
		return renderer.enclosed(expression).text.toString();
	}

	private static RenderedSql render(Dialect dialect, Consumer<SqlRenderer> writer) {
		SqlRenderer renderer = new SqlRenderer(dialect);
		writer.accept(renderer);
		return new RenderedSql(renderer.text.toString(), renderer.parameters);
	}

	Dialect dialect() {
		return this.dialect;
	}

	SqlRenderer append(String part) {
		this.text.append(part);
		return this;
	}

	SqlRenderer identifier(String name) {
		return append(this.dialect.identifiers().quote(name));
	}

	SqlRenderer table(TableName table) {
		return append(quoted(table));
	}

	/** How a table is written, for functions that take a name as text. */
	String quoted(TableName table) {
		return table.schema().isEmpty() ? quoted(table.name()) : quoted(table.schema()) + "." + quoted(table.name());
	}

	/** How an identifier is written, for functions that take a name as text. */
	String quoted(String name) {
		return this.dialect.identifiers().quote(name);
	}

	SqlRenderer literal(String text) {
		return append(LiteralText.quoted(text));
	}

	void parameter(Parameter parameter) {
		this.parameters.add(parameter);
		append("?");
	}

	SqlRenderer expression(Sql expression) {
		expression.accept(this.expressions);
		return this;
	}

	/** Write an expression so that an operator may stand beside it. */
	SqlRenderer enclosed(Sql expression) {
		if (ExpressionRenderer.isClosed(expression)) {
			return expression(expression);
		}
		append("(");
		return expression(expression).append(")");
	}

	SqlRenderer list(List<? extends Sql> expressions, String separator) {
		boolean first = true;
		for (Sql expression : expressions) {
			append(first ? "" : separator).expression(expression);
			first = false;
		}
		return this;
	}

	private void copy(CopyOut statement) {
		append("COPY (");
		select(statement.rows());
		append(") TO STDOUT").options(statement.options());
	}

	void options(List<CopyOption> options) {
		String separator = " WITH (";
		for (CopyOption option : options) {
			append(separator).append(option.keyword());
			if (option.text() != null) {
				append(" ").literal(option.text());
			}
			separator = ", ";
		}
		append(")");
	}

	void select(SelectStatement statement) {
		if (!statement.with().isEmpty()) {
			with(statement.with());
		}
		if (statement.compound() != null) {
			compound(statement.compound());
		}
		else {
			plain(statement);
		}
		clause(" ORDER BY ", statement.orderBy());
		append(this.dialect.limit().render(bound(statement.limit()), bound(statement.offset())));
		if (statement.lock() != null) {
			lock(statement.lock());
		}
	}

	private void lock(RowLock lock) {
		append(" FOR ").append(lock.strength().name().replace('_', ' '));
		if (!lock.tables().isEmpty()) {
			append(" OF ").identifiers(lock.tables());
		}
		append(lock.nowait() ? " NOWAIT" : lock.skipsLocked() ? " SKIP LOCKED" : "");
	}

	private static String keyword(SelectStatement.@Nullable Join join) {
		if (join == null) {
			return " FROM ";
		}
		return switch (join) {
			case INNER -> " INNER JOIN ";
			case LEFT -> " LEFT OUTER JOIN ";
			case LATERAL -> " CROSS JOIN LATERAL ";
		};
	}

	private String bound(@Nullable Sql bound) {
		if (bound == null) {
			return "";
		}
		int start = this.text.length();
		expression(bound);
		String written = this.text.substring(start);
		this.text.setLength(start);
		return written;
	}

	private void plain(SelectStatement statement) {
		append("SELECT ");
		if (statement.distinct()) {
			append("DISTINCT ");
		}
		if (!statement.distinctOn().isEmpty()) {
			append("DISTINCT ON (");
			list(statement.distinctOn(), ", ");
			append(") ");
		}
		selections(statement.selections());
		sources(statement.from());
		condition(" WHERE ", statement.where());
		clause(" GROUP BY ", statement.groupBy());
		condition(" HAVING ", statement.having());
	}

	private void selections(List<SelectStatement.Selection> selections) {
		boolean first = true;
		for (SelectStatement.Selection selection : selections) {
			append(first ? "" : ", ").expression(selection.expression());
			if (selection.alias() != null) {
				append(" AS ").identifier(selection.alias());
			}
			first = false;
		}
	}

	private void sources(List<Source> sources) {
		for (Source source : sources) {
			append(keyword(source.join()));
			if (source.subquery() != null) {
				append("(");
				select(source.subquery());
				append(") ");
			}
			else if (source.table() != null) {
				table(source.table()).append(" ");
			}
			identifier(source.alias());
			condition(" ON ", source.on());
		}
	}

	private void with(List<SelectStatement.CommonTable> tables) {
		append(tables.stream().anyMatch(SelectStatement.CommonTable::recursive) ? "WITH RECURSIVE " : "WITH ");
		boolean first = true;
		for (SelectStatement.CommonTable table : tables) {
			append(first ? "" : ", ").identifier(table.name());
			append(table.columns().isEmpty() ? ""
					: table.columns()
						.stream()
						.map(this.dialect.identifiers()::quote)
						.collect(Collectors.joining(", ", " (", ")")));
			append(" AS (");
			select(table.statement());
			append(")");
			first = false;
		}
		append(" ");
	}

	private void compound(SelectStatement.Compound compound) {
		boolean first = true;
		for (SelectStatement member : compound.members()) {
			append(first ? "(" : " " + compound.operator().name().replace('_', ' ') + " (");
			select(member);
			append(")");
			first = false;
		}
	}

	void clause(String keyword, List<Sql> expressions) {
		if (!expressions.isEmpty()) {
			append(keyword);
			list(expressions, ", ");
		}
	}

	void condition(String keyword, @Nullable Sql condition) {
		if (condition != null) {
			append(keyword).expression(condition);
		}
	}

	SqlRenderer identifiers(List<String> names) {
		String separator = "";
		for (String name : names) {
			append(separator).identifier(name);
			separator = ", ";
		}
		return this;
	}

	/** Write rows that come as arrays, as an item of a FROM clause. */
	SqlRenderer unnest(Unnest rows) {
		append("unnest(");
		String separator = "";
		boolean hidden = rows.order() == Unnest.Order.AS_GIVEN;
		for (Parameter array : rows.arrays()) {
			append(separator).append(hidden ? "(SELECT " : "");
			parameter(array);
			append(this.dialect.cast().render("", array.type().driverName())).append(hidden ? ")" : "");
			separator = ", ";
		}
		boolean numbered = rows.order() == Unnest.Order.NUMBERED;
		append(numbered ? ") WITH ORDINALITY AS " : ") AS ").identifier(rows.alias()).append(" (");
		identifiers(IntStream.range(0, rows.types().size()).mapToObj(Unnest::name).toList());
		return numbered ? append(", ").identifier(Unnest.NUMBER).append(")") : append(")");
	}

}
