package dev.orm.migration.model;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.schema.Key;

/**
 * The key of a model becomes the primary key of its table, behind what says on which
 * server a row lies.
 */
final class KeyFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		List<String> columns = TableDistribution.key(model).stream().map(FieldModel::column).toList();
		facts.add(new Key(Facts.table(model), facts.names().relation(Facts.table(model), List.of(), "pkey"), columns),
				Claimant.of(model));
	}

}
