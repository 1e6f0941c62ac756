package dev.orm.validate.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.declare.DeclaredCheck;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredExclusion;
import dev.orm.declare.DeclaredUnique;
import dev.orm.expression.node.Node;
import dev.orm.meta.DeclaredRows;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.model.FieldDescription.Flag;

/** Collects what a model asks of the database. Used by one thread. */
public final class ModelRules {

	private final EntityModel model;

	private final List<DatabaseRule> rules = new ArrayList<>();

	private final Collection<EntityModel> models;

	private ModelRules(EntityModel model, Collection<EntityModel> models) {
		this.model = model;
		this.models = models;
	}

	/**
	 * The rules of a model, those of the tables of its parents included.
	 * @param model the model
	 * @param models all models, which generic keys may point to
	 */
	public static List<DatabaseRule> of(EntityModel model, Collection<EntityModel> models) {
		ModelRules rules = new ModelRules(model, models);
		rules.key();
		model.fields().forEach(rules::field);
		List<EntityModel> tables = Stream
			.<EntityModel>iterate(model.concrete(), (table) -> table != null, EntityModel::parent)
			.toList();
		tables.forEach(rules::limits);
		tables.forEach(rules::constraints);
		return List.copyOf(rules.rules);
	}

	private void key() {
		if (this.model.key().stream().noneMatch((field) -> field.is(Flag.UUID_KEY) || field.isParentLink())) {
			this.rules.add(UniqueRule.of(this.model.concrete(), TableDistribution.key(this.model), true));
		}
	}

	private void field(FieldModel field) {
		if (field.unique() && !field.primaryKey()) {
			this.rules.add(UniqueRule.of(field.owner().concrete(), List.of(field), false));
		}
		if (field.relation() != null && !field.isParentLink()) {
			this.rules.add(new TargetRule(field));
		}
		if (field.is(Flag.GENERIC_TYPE)) {
			this.rules.add(GenericTargetRule.of(field, this.model.fields().get(field.index() + 1), this.models));
		}
	}

	private void limits(EntityModel table) {
		table.declarations().limits().forEach((limit) -> this.model.field(limit.attribute()).ifPresent((key) -> {
			RelationModel relation = key.relation();
			if (relation != null) {
				this.rules.add(new LimitRule(key, relation.target(), limit.condition()));
			}
		}));
	}

	private void constraints(EntityModel table) {
		for (List<String> names : DeclaredRows.uniqueTogetherAmongAll(table)) {
			this.rules.add(UniqueRule.of(table,
					names.stream().map((name) -> this.model.field(name).orElseThrow()).toList(), false));
		}
		table.declarations().constraints().forEach((constraint) -> constraint(table, constraint));
	}

	private void constraint(EntityModel table, DeclaredConstraint constraint) {
		RuleFields fields = new RuleFields(this.model, table);
		if (constraint instanceof DeclaredUnique unique) {
			List<FieldModel> needed = unique.nullsDistinct() ? RuleFields.plain(this.model, unique.elements())
					: List.of();
			fields.of(unique.elements(), unique.where())
				.ifPresent((all) -> this.rules.add(new UniqueRule(table, unique, all, needed, false)));
		}
		else if (constraint instanceof DeclaredCheck check) {
			fields.of(List.of(), check.condition())
				.ifPresent((all) -> this.rules.add(new CheckRule(table, check, all)));
		}
		else if (constraint instanceof DeclaredExclusion exclusion) {
			List<Node> compared = exclusion.elements().stream().map(DeclaredExclusion.Element::expression).toList();
			List<FieldModel> needed = RuleFields.plain(this.model, compared);
			fields.of(compared, exclusion.where())
				.ifPresent((all) -> this.rules.add(new ExclusionRule(table, exclusion, all, needed)));
		}
	}

}
