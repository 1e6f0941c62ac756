package dev.orm.resolve;

import java.util.List;
import java.util.Map;

import dev.orm.meta.EntityModel;
import dev.orm.resolve.follow.FieldColumns;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Call;
import dev.orm.sql.operator.BuiltInOperator;
import dev.orm.tree.Cases;
import dev.orm.tree.Terms;
import dev.orm.tree.WhereSplit;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * Restricts a write to the rows of a query: by its condition if it needs one table only,
 * else by the keys it answers.
 */
final class KeyCondition {

	private final SelectQuery query;

	KeyCondition(SelectQuery query) {
		this.query = query;
	}

	@Nullable Sql condition() {
		if (isNever()) {
			return Terms.FALSE;
		}
		this.query.base();
		WhereSplit where = WhereSplit.of(new ScopePlan(this.query).where());
		boolean single = this.query.joins.used().size() == 1 && this.query.tables.joined().isEmpty()
				&& where.having().isEmpty() && where.qualify().isEmpty();
		if (!single) {
			return ofTenant(this.query.model, byKeys());
		}
		Cases.checkTypes(where.rows());
		return where.where();
	}

	/**
	 * Select the keys inside; the alias of the outer table is hidden there, so it may be
	 * the same.
	 */
	Sql byKeys() {
		if (isNever()) {
			return Terms.FALSE;
		}
		List<Sql> keys = FieldColumns.all(this.query.base(), this.query.model.concrete().key());
		select(keys);
		StatementAssembler.Assembled inner = new StatementAssembler(this.query).assemble();
		SubqueryCall rows = SubqueryCall.alone(inner.statement(), SubqueryCall.Form.VALUES, ValueTypes.UNKNOWN);
		Sql key = (keys.size() == 1) ? keys.get(0) : Call.of("ROW", ValueTypes.tuple(), keys);
		return Infix.condition(key, BuiltInOperator.IN, rows);
	}

	/** Keys that a query inside answers are compared with the tenant's rows alone. */
	Sql ofTenant(EntityModel table, Sql rows) {
		return Terms.isFalse(rows) ? rows : new ScopePlan(this.query).ofTenant(table, this.query.base(), rows);
	}

	private void select(List<Sql> keys) {
		this.query.clearOrdering();
		this.query.lock(null);
		if (!this.query.isGrouped()) {
			this.query.annotations.replace(Map.of());
		}
		this.query.selectNothing();
		this.query.select.select(keys);
	}

	private boolean isNever() {
		return this.query.isEmpty() || Terms.isFalse(this.query.where());
	}

}
