package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import dev.orm.model.Errors;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The row a generic key points to is there, in one of the tables it may be in, and the
 * same tenant's if rows of both are tenants'. Immutable.
 *
 * @param type the column that names the table
 * @param id the column with the key
 * @param targets the models whose rows it may be
 */
record GenericTargetRule(FieldModel type, FieldModel id, List<EntityModel> targets) implements DatabaseRule {

	/** The models whose rows a key of such a class may point to. */
	static GenericTargetRule of(FieldModel type, FieldModel id, Iterable<EntityModel> models) {
		List<EntityModel> targets = new ArrayList<>();
		for (EntityModel model : models) {
			boolean fits = model == model.concrete() && !model.autoCreated() && !model.hasCompositeKey()
					&& model.pk().type().sqlName().equals(id.type().sqlName());
			if (fits) {
				targets.add(model);
			}
		}
		return new GenericTargetRule(type, id, List.copyOf(targets));
	}

	@Override
	public List<FieldModel> fields() {
		Tenancy tenancy = tenancy();
		return (tenancy != null) ? List.of(this.type, this.id, tenancy.field()) : List.of(this.type, this.id);
	}

	private @Nullable Tenancy tenancy() {
		return Tenancy.of(this.type.model());
	}

	@Override
	public List<FieldModel> needed() {
		return fields();
	}

	@Override
	public Sql holds(ValidatedRows rows) {
		List<Sql> there = new ArrayList<>();
		there.add(RuleConditions.isNull(rows.given(this.id)));
		for (EntityModel target : this.targets) {
			Sql named = rows.given(this.type.owner().concrete(),
					new Predicate.Lookup(this.type.name(), new Atom.Literal(target.table().toString(), null)));
			there.add(RuleConditions.all(named, isStored(rows, target)));
		}
		return RuleConditions.any(there.toArray(Sql[]::new));
	}

	/** Of a child the table of a parent says whose a row is. */
	private Sql isStored(ValidatedRows rows, EntityModel target) {
		Sql same = RuleConditions.same(rows.stored(target.pk()), rows.given(this.id));
		Tenancy own = tenancy();
		Tenancy other = Tenancy.of(target);
		if (own == null || other == null) {
			return rows.isStored(target, List.of(same));
		}
		EntityModel table = other.table();
		Sql ofTenant = rows.isStored(table, List.of(RuleConditions.same(rows.stored(table.pk()), rows.given(this.id)),
				RuleConditions.same(rows.stored(other.field()), rows.given(own.field()))));
		return (table == target) ? ofTenant : RuleConditions.all(rows.isStored(target, List.of(same)), ofTenant);
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		String attribute = this.type.name().split("__", 2)[0];
		errors.rejectValue(attribute, "invalid", "What it points to does not exist.", attribute);
	}

}
