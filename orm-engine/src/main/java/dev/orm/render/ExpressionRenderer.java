package dev.orm.render;

import java.util.List;
import java.util.Set;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.AtZone;
import dev.orm.sql.Call;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Cast;
import dev.orm.sql.Coalesce;
import dev.orm.sql.Column;
import dev.orm.sql.Extract;
import dev.orm.sql.Infix;
import dev.orm.sql.Listed;
import dev.orm.sql.Literal;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Parameter;
import dev.orm.sql.Position;
import dev.orm.sql.Reading;
import dev.orm.sql.Reference;
import dev.orm.sql.RowSet;
import dev.orm.sql.ServerValue;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.SqlVisitor;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Subscript;
import dev.orm.sql.Template;
import dev.orm.sql.Truth;
import dev.orm.sql.ValueTest;
import dev.orm.sql.WindowCall;
import dev.orm.sql.clause.WindowFrame;
import dev.orm.sql.operator.BuiltInOperator;
import org.jspecify.annotations.Nullable;

/** Writes expressions into the statement being written. */
class ExpressionRenderer implements SqlVisitor<SqlRenderer> {

	/** What begins and ends with itself, or with parentheses of its own. */
	private static final Set<Class<? extends Sql>> CLOSED = Set.of(Column.class, Column.All.class, Parameter.class,
			ServerValue.class, Truth.class, Call.class, Coalesce.class, AggregateCall.class, WindowCall.class,
			CaseWhen.class, Cast.class, Extract.class, Listed.class, Subscript.class, SubqueryCall.class);

	private final SqlRenderer out;

	ExpressionRenderer(SqlRenderer out) {
		this.out = out;
	}

	/** Whether an expression needs no parentheses beside an operator. */
	static boolean isClosed(Sql expression) {
		if (expression instanceof RowSet rows) {
			return isClosed(rows.expression());
		}
		if (expression instanceof Reading.Typed typed) {
			return isClosed(typed.expression());
		}
		if (expression instanceof Literal literal) {
			// a cast binds more tightly than a sign
			return !(literal.value() instanceof Long number) || number >= 0;
		}
		return CLOSED.contains(expression.getClass())
				|| (expression instanceof Template template && template.enclosed());
	}

	@Override
	public SqlRenderer column(Column node) {
		return this.out.identifier(node.alias()).append(".").identifier(node.name());
	}

	@Override
	public SqlRenderer parameter(Parameter node) {
		this.out.parameter(node);
		return node.typed() ? cast(node.type().sqlName()) : this.out;
	}

	@Override
	public SqlRenderer allColumns(Column.All node) {
		return (node.table() != null) ? this.out.identifier(node.table()).append(".*") : this.out.append("*");
	}

	@Override
	public SqlRenderer literal(Literal node) {
		return (node.value() instanceof String text) ? this.out.literal(text)
				: this.out.append((node.value() != null) ? node.value().toString() : "NULL");
	}

	@Override
	public SqlRenderer serverValue(ServerValue node) {
		return this.out.append(switch (node.source()) {
			case STATEMENT_TIME -> "STATEMENT_TIMESTAMP()";
			case TRANSACTION_TIME -> "CURRENT_TIMESTAMP";
			case RANDOM -> "RANDOM()";
		});
	}

	@Override
	public SqlRenderer template(Template node) {
		this.out.append(node.enclosed() ? "(" : "").append(node.pieces().get(0));
		for (int i = 0; i < node.children().size(); i++) {
			this.out.enclosed(node.children().get(i)).append(node.pieces().get(i + 1));
		}
		return this.out.append(node.enclosed() ? ")" : "");
	}

	@Override
	public SqlRenderer infix(Infix node) {
		// a question mark is a parameter to JDBC, unless doubled
		return infix(node, node.operator().symbol().replace("?", "??"));
	}

	SqlRenderer infix(Infix node, String operator) {
		if (continues(node)) {
			this.out.expression(node.left());
		}
		else {
			this.out.enclosed(node.left());
		}
		return this.out.append(" " + operator + " ").enclosed(node.right());
	}

	/** Texts are joined from the left, however many there are. */
	private static boolean continues(Infix node) {
		return node.operator() == BuiltInOperator.JOINED && node.left() instanceof Infix left
				&& left.operator() == BuiltInOperator.JOINED;
	}

	@Override
	public SqlRenderer is(ValueTest.Is node) {
		return this.out.enclosed(node.value()).append(" IS " + node.state().name().replace('_', ' '));
	}

	@Override
	public SqlRenderer between(ValueTest.Between node) {
		this.out.enclosed(node.value()).append(" BETWEEN ").enclosed(node.from());
		return this.out.append(" AND ").enclosed(node.to());
	}

	@Override
	public SqlRenderer typed(Reading.Typed node) {
		return this.out.expression(node.expression());
	}

	@Override
	public SqlRenderer collated(Reading.Collated node) {
		return this.out.enclosed(node.expression()).append(" COLLATE ").identifier(node.collation());
	}

	@Override
	public SqlRenderer cast(Cast node) {
		this.out.enclosed(node.expression());
		return cast((node.naming() == Cast.Naming.DECLARED) ? node.type().sqlName() : node.type().driverName());
	}

	private SqlRenderer cast(String type) {
		return this.out.append(this.out.dialect().cast().render("", type));
	}

	@Override
	public SqlRenderer coalesce(Coalesce node) {
		return this.out.append("COALESCE(").list(node.values(), ", ").append(")");
	}

	@Override
	public SqlRenderer caseWhen(CaseWhen node) {
		this.out.append("CASE");
		for (int i = 0; i < node.conditions().size(); i++) {
			this.out.append(" WHEN ").expression(node.conditions().get(i));
			this.out.append(" THEN ").expression(node.results().get(i));
		}
		return this.out.append(" ELSE ").expression(node.otherwise()).append(" END");
	}

	@Override
	public SqlRenderer aggregate(AggregateCall node) {
		this.out.append(node.name()).append("(").append(node.distinct() ? "DISTINCT " : "");
		this.out.list(node.arguments(), ", ");
		ordering(" ORDER BY ", node.orderBy());
		this.out.append(")");
		if (node.filter() != null) {
			this.out.append(" FILTER (WHERE ").expression(node.filter()).append(")");
		}
		return this.out;
	}

	private void ordering(String keyword, List<Sql> terms) {
		if (!terms.isEmpty()) {
			this.out.append(keyword).list(terms, ", ");
		}
	}

	@Override
	public SqlRenderer window(WindowCall node) {
		this.out.expression(node.function()).append(" OVER (");
		String space = "";
		if (!node.partitionBy().isEmpty()) {
			ordering("PARTITION BY ", node.partitionBy());
			space = " ";
		}
		if (!node.orderBy().isEmpty()) {
			ordering(space + "ORDER BY ", node.orderBy());
			space = " ";
		}
		if (node.frame() != null) {
			this.out.append(space + frame(node.frame()));
		}
		return this.out.append(")");
	}

	private static String frame(WindowFrame frame) {
		String exclusion = (frame.exclusion() == WindowFrame.Exclusion.NO_OTHERS) ? ""
				: " EXCLUDE " + frame.exclusion().name().replace('_', ' ');
		return (frame.rows() ? "ROWS" : "RANGE") + " BETWEEN " + bound(frame.start(), "PRECEDING") + " AND "
				+ bound(frame.end(), "FOLLOWING") + exclusion;
	}

	private static String bound(@Nullable Integer offset, String unbounded) {
		if (offset == null) {
			return "UNBOUNDED " + unbounded;
		}
		if (offset == 0) {
			return "CURRENT ROW";
		}
		return Math.abs(offset) + ((offset < 0) ? " PRECEDING" : " FOLLOWING");
	}

	@Override
	public SqlRenderer rowSet(RowSet node) {
		return this.out.expression(node.expression());
	}

	@Override
	public SqlRenderer subquery(SubqueryCall node) {
		this.out.append((node.form() == SubqueryCall.Form.VALUES) ? "" : node.form().name());
		this.out.append("(").select(node.statement());
		return this.out.append(")");
	}

	@Override
	public SqlRenderer listed(Listed node) {
		boolean array = node.form() == Listed.Form.ARRAY;
		return this.out.append(array ? "ARRAY[" : "(").list(node.items(), ", ").append(array ? "]" : ")");
	}

	@Override
	public SqlRenderer logical(Logical node) {
		String separator = "";
		for (Sql child : node.children()) {
			this.out.append(separator);
			boolean open = child instanceof Logical || (child instanceof Template text && !text.enclosed());
			if (open) {
				this.out.append("(").expression(child).append(")");
			}
			else {
				this.out.expression(child);
			}
			separator = node.and() ? " AND " : " OR ";
		}
		return this.out;
	}

	@Override
	public SqlRenderer not(Not node) {
		return this.out.append("NOT (").expression(node.condition()).append(")");
	}

	@Override
	public SqlRenderer truth(Truth node) {
		return this.out.append(node.value() ? "TRUE" : "FALSE");
	}

	@Override
	public SqlRenderer sortTerm(SortTerm node) {
		this.out.expression(node.expression());
		this.out.append(node.descending() ? " DESC" : " ASC");
		return (node.nulls() == SortTerm.Nulls.DEFAULT) ? this.out : this.out.append(" NULLS " + node.nulls());
	}

	@Override
	public SqlRenderer position(Position node) {
		return this.out.append(String.valueOf(node.place()));
	}

	@Override
	public SqlRenderer call(Call node) {
		this.out.append(node.name()).append("(").list(node.arguments(), ", ");
		return this.out.append(")");
	}

	@Override
	public SqlRenderer extract(Extract node) {
		return this.out.append("EXTRACT(" + node.field() + " FROM ").enclosed(node.source()).append(")");
	}

	@Override
	public SqlRenderer atZone(AtZone node) {
		return this.out.enclosed(node.source()).append(" AT TIME ZONE ").literal(ZoneNames.of(node.zone()));
	}

	@Override
	public SqlRenderer subscript(Subscript node) {
		this.out.append("(").expression(node.array()).append(")");
		node.places().forEach((place) -> this.out.append("[" + text(place) + "]"));
		return this.out;
	}

	private static String text(Subscript.Place place) {
		if (place instanceof Subscript.At at) {
			return String.valueOf(at.place());
		}
		Subscript.Slice slice = (Subscript.Slice) place;
		return slice.from() + ":" + ((slice.to() != null) ? slice.to() : "");
	}

	@Override
	public SqlRenderer reference(Reference node) {
		throw new IllegalStateException("Nobody decided what '" + node.name() + "' stands for");
	}

}
