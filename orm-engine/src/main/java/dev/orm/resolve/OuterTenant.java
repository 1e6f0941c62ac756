package dev.orm.resolve;

import java.util.List;
import java.util.Optional;

import dev.orm.lookup.Operand;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import dev.orm.resolve.follow.SameTenant;
import dev.orm.sql.Column;
import dev.orm.sql.Infix;
import dev.orm.sql.Sql;
import dev.orm.tree.Terms;
import org.jspecify.annotations.Nullable;

/**
 * In work for all tenants, compares the tenant of a row with that of the row around which
 * has the same key: one follows from the other, and a distributed database needs to see
 * it.
 */
final class OuterTenant {

	private final SelectQuery query;

	OuterTenant(SelectQuery query) {
		this.query = query;
	}

	/** Add to a comparison with a column of a query around that of the tenants. */
	Sql beside(Sql condition, JoinedPath trimmed, Operand operand) {
		if (!(operand instanceof Operand.Expression value) || !(value.sql() instanceof Column column)
				|| this.query.joins.contains(column.alias())) {
			return condition;
		}
		if (!this.query.context.tenants().isAll() || !isEquality(trimmed)) {
			return condition;
		}
		TableAlias around = around(column.alias());
		return (around != null && isSameRow(trimmed.targets().get(0), around.model, column))
				? both(condition, trimmed, around) : condition;
	}

	private static boolean isEquality(JoinedPath trimmed) {
		List<String> rest = trimmed.path().rest();
		return trimmed.targets().size() == 1 && (rest.isEmpty() || rest.equals(List.of("exact")));
	}

	private @Nullable TableAlias around(String alias) {
		for (SelectQuery at = this.query.parent; at != null; at = at.parent) {
			if (at.joins.contains(alias)) {
				return at.joins.get(alias);
			}
		}
		return null;
	}

	/** Whether equal values say that both rows are, or belong to, one row. */
	private static boolean isSameRow(FieldModel field, EntityModel model, Column column) {
		Optional<FieldModel> other = model.concrete()
			.localFields()
			.stream()
			.filter((found) -> found.column().equals(column.name()))
			.findFirst();
		FieldModel named = named(field);
		return named != null && other.map(OuterTenant::named).filter(named::equals).isPresent();
	}

	/** The key that a value is one of: the field's own, or that which it refers to. */
	private static @Nullable FieldModel named(FieldModel field) {
		if (Tenancy.isShared(field) && field.relation() != null) {
			FieldModel target = field.relation().path().get(0).toField();
			return target.owner().concrete().field(target.name()).orElse(target);
		}
		boolean key = field.primaryKey() && !field.model().hasCompositeKey() && field.relation() == null;
		return key ? field.owner().concrete().pk() : null;
	}

	private Sql both(Sql condition, JoinedPath trimmed, TableAlias around) {
		Sql all = condition;
		EntityModel own = this.query.joins.get(trimmed.lastAlias()).model;
		for (Infix same : SameTenant.rows(around.alias, around.model, trimmed.lastAlias(), own)) {
			this.query.referTo(List.of((Column) same.left()), false);
			all = Terms.and(all, same);
		}
		return all;
	}

}
