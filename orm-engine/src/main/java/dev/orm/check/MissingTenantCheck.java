package dev.orm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.ModelRegistry;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;

/**
 * Looks for rows that point to a tenant's, and are nobody's themselves: queries of their
 * model show those of all tenants.
 */
final class MissingTenantCheck implements ModelCheck {

	@Override
	public Stream<Problem> check(ModelRegistry models) {
		List<Problem> problems = new ArrayList<>();
		for (EntityModel model : models.models()) {
			if (!model.autoCreated() && model.concrete() == model && Tenancy.of(model) == null) {
				Optional<FieldModel> key = keyOfTenants(model);
				if (key.isPresent()) {
					problems.add(problem(model, key.get()));
				}
			}
		}
		return problems.stream();
	}

	private static Optional<FieldModel> keyOfTenants(EntityModel model) {
		for (FieldModel field : model.localFields()) {
			if (pointsToTenants(field)) {
				return Optional.of(field);
			}
		}
		return Optional.empty();
	}

	private static boolean pointsToTenants(FieldModel field) {
		RelationModel relation = field.relation();
		return relation != null && Tenancy.of(relation.target()) != null;
	}

	private static Problem problem(EntityModel model, FieldModel key) {
		return Problem.warning("tenant-missing", model.name(),
				"Rows of %s point to those of a tenant by '%s', and name no tenant: queries show those of all."
					.formatted(model, key.name()),
				"give it a @TenantId, too");
	}

}
