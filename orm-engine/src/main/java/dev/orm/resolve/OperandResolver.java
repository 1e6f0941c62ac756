package dev.orm.resolve;

import dev.orm.error.QueryValueException;
import dev.orm.error.detail.Subject;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Query;
import dev.orm.expression.node.SubqueryKind;
import dev.orm.lookup.Operand;
import dev.orm.meta.EntityModel;
import dev.orm.query.Branch;
import dev.orm.query.QuerySpec;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.sql.Column;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the right side of a lookup: a value, an expression, a queryset, or a list with
 * expressions in it.
 */
final class OperandResolver {

	private final SelectQuery query;

	private final ResolveMode mode;

	OperandResolver(SelectQuery query, ResolveMode mode) {
		this.query = query;
		this.mode = mode;
	}

	Operand resolve(Node node, @Nullable ResolvedPath path) {
		if (node instanceof Atom.Literal literal) {
			return new Operand.Value(this.query.context.values().ordinal(literal), literal.value(), literal.type());
		}
		if (node instanceof Atom.Items items) {
			return new Operand.Items(items.items().stream().map((item) -> resolve(item, path)).toList());
		}
		if (node instanceof Atom.Subquery subquery && subquery.kind() == SubqueryKind.VALUE) {
			return subquery(spec(subquery.query(), path), path);
		}
		Sql sql = new ExpressionResolver(this.query, this.mode.asExpression()).resolve(node);
		return new Operand.Expression(sql);
	}

	/** A branch of a tree is one of the model that the left side leads to. */
	private QuerySpec spec(Query inner, @Nullable ResolvedPath path) {
		return (inner instanceof Branch branch) ? branch.of((path != null) ? path.model() : this.query.model)
				: (QuerySpec) inner;
	}

	private Operand subquery(QuerySpec spec, @Nullable ResolvedPath path) {
		SelectQuery inner = new QueryReplayer(this.query.context).replay(spec, this.query);
		if (path != null && path.relation() != null && !inner.select.isFixed()) {
			checkModel(path, inner.model);
		}
		String target = (path != null && path.relation() != null && path.targets().size() == 1)
				? path.targets().get(0).name() : "pk";
		ValuesPlanner.selectForMembership(inner, (path != null && isParentOf(path, inner)) ? "pk" : target);
		inner.clearUselessOrdering();
		StatementAssembler.Assembled statement = new StatementAssembler(inner).assemble();
		int wanted = (path != null) ? path.targets().size() : 1;
		if (statement.selections().size() != wanted) {
			throw new QueryValueException(
					"The QuerySet value of a lookup must select %s, but selects %d."
						.formatted((wanted == 1) ? "one column" : wanted + " columns", statement.selections().size()),
					subject(path));
		}
		inner.carryExternal(this.query);
		return new Operand.Subquery(statement.statement(), statement.selections().get(0).type(), inner.external(),
				statement.empty(), isSingle(inner), isNullable(inner, statement.selections().get(0)));
	}

	/**
	 * Whether a column may be NULL, and no condition of the query leaves those rows out.
	 */
	private static boolean isNullable(SelectQuery inner, Sql selection) {
		boolean nullable = selection instanceof Column column && inner.joins.contains(column.alias())
				&& (column.nullable() || inner.joins.get(column.alias()).isLeft());
		return nullable && !Terms.conjuncts(inner.where()).contains(Terms.isNull(selection, false));
	}

	private static boolean isSingle(SelectQuery inner) {
		Atom.Literal limit = (inner.slice() != null) ? inner.slice().limit() : null;
		return limit != null && limit.value() instanceof Number rows && rows.longValue() == 1;
	}

	private static boolean isParentOf(ResolvedPath path, SelectQuery inner) {
		return inner.model.concrete() != path.model().concrete();
	}

	private Subject subject(@Nullable ResolvedPath path) {
		return (path != null) ? path.model().subject() : this.query.model.subject();
	}

	private void checkModel(ResolvedPath path, EntityModel model) {
		EntityModel expected = path.model().concrete();
		for (EntityModel current = model.concrete(); current != null; current = current.parent()) {
			if (current.concrete() == expected) {
				return;
			}
		}
		for (EntityModel current = expected.parent(); current != null; current = current.parent()) {
			if (current.concrete() == model.concrete()) {
				return;
			}
		}
		throw new QueryValueException(
				"Cannot use QuerySet for \"%s\": Use a QuerySet for \"%s\".".formatted(model.name(), expected.name()),
				subject(path));
	}

}
