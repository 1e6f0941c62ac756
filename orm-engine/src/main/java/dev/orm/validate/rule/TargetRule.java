package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.Tenancy;
import dev.orm.model.Errors;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The row a foreign key points to is there, and the same tenant's if rows of both are
 * tenants'. Immutable.
 *
 * @param key the key
 */
public record TargetRule(FieldModel key) implements KeyRule {

	@Override
	public List<FieldModel> fields() {
		Tenancy tenancy = tenancy();
		return (tenancy != null) ? List.of(this.key, tenancy.field()) : List.of(this.key);
	}

	/** Whose row the key leads to, too; null if it does not say. */
	private @Nullable Tenancy tenancy() {
		return Tenancy.isShared(this.key) ? Tenancy.of(this.key.model()) : null;
	}

	@Override
	public Sql holds(ValidatedRows rows, Sql given) {
		FieldModel referred = RowRefusals.referred(this.key);
		List<Sql> same = new ArrayList<>(List.of(RuleConditions.same(rows.stored(referred), given)));
		Tenancy own = tenancy();
		Tenancy other = Tenancy.own(referred.owner().concrete());
		if (own != null && other != null) {
			same.add(RuleConditions.same(rows.stored(other.field()), rows.given(own.field())));
		}
		if (this.key.is(Flag.TENANT)) {
			same.addAll(rows.ofTenant(referred.owner(), referred));
		}
		return rows.isStored(referred.owner(), same);
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		RowRefusals.target(this.key, errors);
	}

}
