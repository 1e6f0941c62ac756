package dev.orm.migration.model;

import java.util.List;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.UnknownName;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.DeclaredRows;
import dev.orm.meta.RelationModel;
import dev.orm.meta.Tenancy;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Unique;

/**
 * Unique fields, one-to-ones and attributes unique together become unique constraints.
 */
final class UniqueFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			if (isUnique(field) && !isKey(model, field)) {
				add(model, List.of(field.column()), facts, Claimant.of(field));
			}
		}
		referred(model, facts);
		for (List<String> attributes : DeclaredRows.uniqueTogetherAmongAll(model)) {
			add(model, attributes.stream().map((name) -> column(model, name)).toList(), facts, Claimant.of(model));
		}
	}

	/** What is unique among living rows only is declared, as a unique index. */
	private static boolean isUnique(FieldModel field) {
		RelationModel relation = field.relation();
		return field.is(Flag.UNIQUE) ? field.unique()
				: relation != null && relation.kind() == RelationModel.Kind.ONE_TO_ONE;
	}

	/**
	 * The key of a tenant's row, with the tenant, as other rows of tenants refer to it.
	 */
	private static void referred(EntityModel model, Facts facts) {
		Tenancy tenancy = Tenancy.own(model);
		boolean referred = tenancy != null && model.relations()
			.stream()
			.filter((relation) -> relation.field() != null && !relation.forward())
			.anyMatch((relation) -> relation.path().get(0).fromField().primaryKey()
					&& Tenancy.isShared(relation.foreignKey()));
		if (tenancy != null && referred) {
			List<FieldModel> columns = List.of(tenancy.field(), model.pk());
			if (columns.equals(TableDistribution.key(model))) {
				return;
			}
			add(model, columns.stream().map(FieldModel::column).toList(), facts, Claimant.of(model));
		}
	}

	private static boolean isKey(EntityModel model, FieldModel field) {
		return field.primaryKey() && !model.hasCompositeKey();
	}

	private static void add(EntityModel model, List<String> columns, Facts facts, Claimant claimant) {
		facts.add(Unique.of(Facts.table(model), facts.names().relation(Facts.table(model), columns, "key"), columns),
				claimant);
	}

	private static String column(EntityModel model, String attribute) {
		return model.field(attribute)
			.filter(model.localFields()::contains)
			.map(FieldModel::column)
			.orElseThrow(() -> new ModelDefinitionException(
					"uniqueTogether of %s names '%s', which is no column of its table %s.".formatted(model, attribute,
							model.table()),
					UnknownName.of(model.name(), attribute,
							model.localFields().stream().map(FieldModel::name).toList())));
	}

}
