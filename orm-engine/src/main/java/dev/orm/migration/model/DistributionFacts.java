package dev.orm.migration.model;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.schema.Distribution;

/** What a model says of several servers becomes how its table lies on them. */
final class DistributionFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		TableDistribution distribution = TableDistribution.of(model);
		if (distribution != null) {
			FieldModel field = distribution.field();
			facts.add(new Distribution(Facts.table(model), (field != null) ? field.column() : ""), Claimant.of(model));
		}
	}

}
