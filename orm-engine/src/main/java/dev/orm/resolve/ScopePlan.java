package dev.orm.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.declare.DeclaredScope;
import dev.orm.expression.node.Node;
import dev.orm.meta.EntityModel;
import dev.orm.meta.JoinStep;
import dev.orm.meta.RelationModel;
import dev.orm.query.Scoping;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.resolve.follow.ResolvedPath;
import dev.orm.resolve.follow.SameTenant;
import dev.orm.session.Tenants;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.Relabeling;
import dev.orm.tree.Terms;

/**
 * Adds the scopes of models to a query that is resolved, each where its table is: of the
 * table it begins with to WHERE, of one it reaches to ON. What a foreign key leads to is
 * what it is; of a many-to-many relation the join rows count whose target is seen, so
 * that an outer join has no row for one that is not. Made when all joins are known.
 */
final class ScopePlan {

	private final SelectQuery query;

	ScopePlan(SelectQuery query) {
		this.query = query;
	}

	/**
	 * The condition on the rows the statement begins with, that of the query included.
	 */
	Sql where() {
		List<TableAlias> used = this.query.joins.used();
		if (used.isEmpty()) {
			return this.query.where();
		}
		TableAlias first = used.get(0);
		List<Sql> scopes = new ArrayList<>();
		if (first.hop == null) {
			add(this.query.model, first.alias, this.query.scoping().everyRow(), scopes);
		}
		else {
			reached(first, first.hop, scopes);
		}
		return scopes.isEmpty() ? this.query.where() : Terms.and(this.query.where(), Terms.join(true, scopes));
	}

	/** The condition on the rows of a joined table; true for none. */
	Sql on(TableAlias table) {
		List<Sql> scopes = new ArrayList<>();
		if (table.hop != null) {
			reached(table, table.hop, scopes);
		}
		TableAlias near = (table.parent != null) ? this.query.joins.get(table.parent) : null;
		if (near != null && this.query.context.tenants().isAll()) {
			scopes.addAll(SameTenant.rows(near.alias, near.model, table.alias, table.model));
		}
		return Terms.join(true, scopes);
	}

	/**
	 * The rows of a table that are the tenant's, however else a write says which it is
	 * about.
	 */
	Sql ofTenant(EntityModel table, String alias, Sql rows) {
		List<Sql> scopes = table.concrete()
			.scopes()
			.stream()
			.filter((scope) -> scope.name().equals(Tenants.SCOPE) && holds(table, scope, true))
			.map((scope) -> condition(table.concrete(), alias, scope.condition()))
			.toList();
		return scopes.isEmpty() ? rows : Terms.and(rows, Terms.join(true, scopes));
	}

	private void reached(TableAlias table, ResolvedPath.Hop hop, List<Sql> scopes) {
		RelationModel.TypedKey typed = hop.step().typed();
		if (typed != null) {
			scopes.add(condition(hop.step().to(), table.alias, typed.condition()));
		}
		add(hop.step().to(), table.alias, !hop.scoped() || isOfJoinRows(table), scopes);
		JoinStep behind = hop.behind();
		if (behind != null && applies(behind.to()) && !isJoinedBehind(table, behind)) {
			scopes.add(target(table, behind));
		}
	}

	/** Whether the join rows say which rows are seen: those it may have none for. */
	private boolean isOfJoinRows(TableAlias table) {
		TableAlias parent = (table.parent != null) ? this.query.joins.get(table.parent) : null;
		boolean target = parent != null && parent.hop != null && Objects.equals(parent.hop.behind(), table.step);
		return target && (table.isLeft() || table.isBase());
	}

	private boolean isJoinedBehind(TableAlias table, JoinStep behind) {
		return this.query.joins.used()
			.stream()
			.anyMatch((other) -> table.alias.equals(other.parent) && behind.equals(other.step) && !other.isLeft());
	}

	private Sql target(TableAlias joinRows, JoinStep behind) {
		return exists(behind.to(), FieldColumns.of(joinRows.alias, behind.fromField()),
				(inner) -> FieldColumns.of(inner.base(), behind.toField()), this.query.scoping().inside());
	}

	private void add(EntityModel model, String alias, boolean strictOnly, List<Sql> conditions) {
		for (DeclaredScope scope : model.scopes()) {
			if (holds(model, scope, strictOnly)) {
				conditions.add(condition(model, alias, scope.condition()));
			}
		}
		EntityModel child = model.concrete();
		EntityModel parent = child.parent();
		if (parent != null && ((!strictOnly && applies(parent)) || isStrictBehind(alias, parent))) {
			Scoping scoping = this.query.scoping();
			conditions.add(exists(parent, FieldColumns.of(alias, child.pk()),
					(inner) -> FieldColumns.of(inner.base(), parent.pk()),
					strictOnly ? scoping.everyRowToo() : scoping.inside()));
		}
	}

	private boolean holds(EntityModel model, DeclaredScope scope, boolean strictOnly) {
		if (scope.strict()) {
			return !scope.name().equals(Tenants.SCOPE) || !this.query.context.tenants().isAll();
		}
		return !strictOnly && !this.query.scoping().lifts(model, scope.name());
	}

	/** Whether a scope of a model holds that is not strict alone. */
	private boolean applies(EntityModel model) {
		boolean own = model.scopes()
			.stream()
			.anyMatch((scope) -> !scope.strict() && !this.query.scoping().lifts(model, scope.name()));
		EntityModel parent = model.concrete().parent();
		return own || (parent != null && applies(parent));
	}

	/** Whether a parent says whose rows there are, and is not joined to say it. */
	private boolean isStrictBehind(String alias, EntityModel parent) {
		return isStrict(parent) && this.query.joins.used()
			.stream()
			.noneMatch((other) -> alias.equals(other.parent) && !other.isLeft() && other.step != null
					&& other.step.direct() && other.model.concrete() == parent.concrete()
					&& other.step.fromField().isParentLink());
	}

	/** Whether a scope of a model, or of one above it, holds whatever is lifted. */
	private boolean isStrict(EntityModel model) {
		EntityModel parent = model.concrete().parent();
		return model.scopes().stream().anyMatch((scope) -> holds(model, scope, true))
				|| (parent != null && isStrict(parent));
	}

	private Sql condition(EntityModel model, String alias, Node node) {
		SelectQuery alone = new SelectQuery(this.query.context, model, null);
		String base = alone.base();
		Sql condition = new ConditionBuilder(alone).build(node, ResolveMode.WITHOUT_JOINS).condition();
		return base.equals(alias) ? condition : Relabeling.apply(condition, Map.of(base, alias));
	}

	/** Whether the row a key leads to is seen. */
	private Sql exists(EntityModel model, Column key, ColumnOf target, Scoping scoping) {
		SelectQuery inner = new SelectQuery(this.query.context, model, this.query);
		inner.scoping(scoping);
		inner.referTo(List.of(key), false);
		inner.restrict(Infix.condition(target.column(inner), BuiltInOperator.EQUAL, key));
		new ExistsPlanner(inner).plan();
		return SubqueryCall.exists(new StatementAssembler(inner).assemble().statement(), inner.external(), false);
	}

	/** A column of a query inside. */
	private interface ColumnOf {

		Sql column(SelectQuery inner);

	}

}
