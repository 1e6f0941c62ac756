package dev.orm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.orm.declare.DeclaredUnique;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;
import dev.orm.model.FieldDescription.Flag;

/**
 * Looks for relations by an attribute that several rows may have alike: the database
 * makes no foreign key to it. Django's {@code fields.E311}.
 */
final class UniqueTargetCheck implements ModelCheck {

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		List<Problem> problems = new ArrayList<>();
		for (EntityModel model : models.models()) {
			if (!model.autoCreated() && model.concrete() == model) {
				for (FieldModel key : model.localFields()) {
					check(key, problems);
				}
			}
		}
		return problems.stream();
	}

	private static void check(FieldModel key, List<Problem> problems) {
		RelationModel relation = key.relation();
		if (relation == null || key.is(Flag.UNCONSTRAINED)) {
			return;
		}
		FieldModel target = relation.path().get(0).toField();
		if (!isUnique(target) && !isDeclared(key, target)) {
			problems.add(Problem.error("relation-to-unique", key.toString(),
					"%s leads to %s, which several rows may have alike.".formatted(key, target),
					"make it unique, by @Column(unique = true) or meta.unique(...)"));
		}
	}

	private static boolean isUnique(FieldModel target) {
		RelationModel relation = target.relation();
		return target.is(Flag.UNIQUE) || (relation != null && relation.kind() == RelationModel.Kind.ONE_TO_ONE)
				|| (target.primaryKey() && !target.owner().concrete().hasCompositeKey());
	}

	/** A key of tenants' rows holds the tenant, too. */
	private static boolean isDeclared(FieldModel key, FieldModel target) {
		EntityModel table = target.owner().concrete();
		Tenancy tenancy = Tenancy.isShared(key) ? Tenancy.own(table) : null;
		List<String> alone = List.of(target.name());
		List<String> within = (tenancy != null) ? List.of(tenancy.field().name(), target.name()) : alone;
		return table.description().uniqueTogether().contains(alone) || MetaCheck.readable(table)
			.uniques()
			.stream()
			.filter((unique) -> !unique.isIndex())
			.map(DeclaredUnique::attributes)
			.anyMatch((attributes) -> attributes.equals(alone) || attributes.equals(within));
	}

}
