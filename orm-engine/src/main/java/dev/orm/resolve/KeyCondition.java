package dev.orm.resolve;

import java.util.List;
import java.util.Set;

import dev.orm.sql.Sql;
import dev.orm.sql.SubqueryCall;
import dev.orm.sql.Template;
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
		WhereSplit where = WhereSplit.of(this.query.where);
		boolean single = this.query.joins.used().size() == 1 && this.query.tables.joined().isEmpty()
				&& where.having().isEmpty() && where.qualify().isEmpty();
		if (!single) {
			return byKeys();
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
		String alias = this.query.base();
		List<Sql> keys = this.query.model.concrete()
			.key()
			.stream()
			.map((field) -> (Sql) Terms.column(alias, field))
			.toList();
		this.query.clearOrdering(true);
		this.query.lock = null;
		if (!this.query.isGrouped()) {
			this.query.annotations.clear();
		}
		this.query.mask(Set.of());
		this.query.selectRelated = null;
		this.query.selected = null;
		this.query.defaultColumns = false;
		this.query.select = keys;
		this.query.valuesSelect = List.of();
		StatementAssembler.Assembled inner = new StatementAssembler(this.query).assemble();
		SubqueryCall rows = new SubqueryCall(inner.statement(), "", List.of(), false, ValueTypes.UNKNOWN);
		Sql key = (keys.size() == 1) ? keys.get(0) : Template.call("ROW", ValueTypes.tuple(), keys);
		return Template.of("{} IN {}", ValueTypes.BOOLEAN, key, rows);
	}

	private boolean isNever() {
		return this.query.empty || Terms.isFalse(this.query.where);
	}

}
