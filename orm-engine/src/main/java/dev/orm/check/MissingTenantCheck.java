package dev.orm.check;

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
		return models.models()
			.stream()
			.filter((model) -> !model.autoCreated() && model.concrete() == model && Tenancy.of(model) == null)
			.flatMap((model) -> model.localFields()
				.stream()
				.filter(MissingTenantCheck::pointsToTenants)
				.limit(1)
				.map((key) -> problem(model, key)));
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
