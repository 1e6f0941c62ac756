package dev.orm.render;

import java.util.List;

import dev.orm.sql.AggregateCall;
import dev.orm.sql.AtZone;
import dev.orm.sql.Call;
import dev.orm.sql.CaseWhen;
import dev.orm.sql.Cast;
import dev.orm.sql.Column;
import dev.orm.sql.Exists;
import dev.orm.sql.Extract;
import dev.orm.sql.Fragment;
import dev.orm.sql.Infix;
import dev.orm.sql.Logical;
import dev.orm.sql.Not;
import dev.orm.sql.Parameter;
import dev.orm.sql.Position;
import dev.orm.sql.Reference;
import dev.orm.sql.RowSet;
import dev.orm.sql.SortTerm;
import dev.orm.sql.Sql;
import dev.orm.sql.SqlVisitor;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Subscript;
import dev.orm.sql.Template;
import dev.orm.sql.Truth;
import dev.orm.sql.WindowCall;
import dev.orm.sql.WindowFrame;
import org.jspecify.annotations.Nullable;

/** Writes expressions into the statement being written. */
class ExpressionRenderer implements SqlVisitor<SqlRenderer> {

	private final SqlRenderer out;

	ExpressionRenderer(SqlRenderer out) {
		this.out = out;
	}

	/** Whether an expression needs no parentheses beside an operator. */
	static boolean isClosed(Sql expression) {
		if (expression instanceof RowSet rows) {
			return isClosed(rows.expression());
		}
		return expression instanceof Column || expression instanceof Parameter || expression instanceof AggregateCall
				|| expression instanceof CaseWhen || expression instanceof SubqueryCall || expression instanceof Exists
				|| expression instanceof WindowCall || expression instanceof Cast || expression instanceof Truth
				|| expression instanceof Call;
	}

	@Override
	public SqlRenderer column(Column node) {
		return this.out.identifier(node.alias()).append(".").identifier(node.name());
	}

	@Override
	public SqlRenderer parameter(Parameter node) {
		this.out.parameter(node);
		return node.typed() ? this.out.append(this.out.dialect().cast().render("", node.type().sqlName())) : this.out;
	}

	@Override
	public SqlRenderer fragment(Fragment node) {
		return this.out.append(node.text());
	}

	@Override
	public SqlRenderer template(Template node) {
		this.out.append(node.pieces().get(0));
		for (int i = 0; i < node.children().size(); i++) {
			write(node, i);
			this.out.append(node.pieces().get(i + 1));
		}
		return this.out;
	}

	private void write(Template node, int index) {
		Sql child = node.children().get(index);
		if (node.places().get(index) == Template.Place.ARGUMENT) {
			this.out.expression(child);
		}
		else {
			this.out.enclosed(child);
		}
	}

	@Override
	public SqlRenderer infix(Infix node) {
		// a question mark is a parameter to JDBC, unless doubled
		String operator = node.operator().replace("?", "??");
		return this.out.enclosed(node.left()).append(" " + operator + " ").enclosed(node.right());
	}

	@Override
	public SqlRenderer cast(Cast node) {
		this.out.enclosed(node.expression());
		return this.out.append(this.out.dialect().cast().render("", node.type().sqlName()));
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
		this.out.append(node.prefix()).append("(").select(node.statement());
		return this.out.append(")");
	}

	@Override
	public SqlRenderer exists(Exists node) {
		this.out.append("EXISTS(").select(node.statement());
		return this.out.append(")");
	}

	@Override
	public SqlRenderer logical(Logical node) {
		String separator = "";
		for (Sql child : node.children()) {
			this.out.append(separator);
			boolean open = child instanceof Logical;
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
		return this.out.enclosed(node.source()).append(" AT TIME ZONE '" + node.name() + "'");
	}

	@Override
	public SqlRenderer subscript(Subscript node) {
		return this.out.append("(").expression(node.array()).append(")" + String.join("", node.places()));
	}

	@Override
	public SqlRenderer reference(Reference node) {
		throw new IllegalStateException("Nobody decided what '" + node.name() + "' stands for");
	}

}
