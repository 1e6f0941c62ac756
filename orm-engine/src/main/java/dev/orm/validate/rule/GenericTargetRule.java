package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.List;

import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Predicate;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Errors;
import dev.orm.sql.Sql;

/**
 * The row a generic key points to is there, in one of the tables it may be in. Immutable.
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
		return List.of(this.type, this.id);
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
			there.add(RuleConditions.all(named, rows.isStored(target,
					List.of(RuleConditions.same(rows.stored(target.pk()), rows.given(this.id))))));
		}
		return RuleConditions.any(there.toArray(Sql[]::new));
	}

	@Override
	public void reject(EntityModel model, Errors errors) {
		String attribute = this.type.name().split("__", 2)[0];
		errors.rejectValue(attribute, "invalid", "There is no row that {0} points to.", attribute);
	}

}
