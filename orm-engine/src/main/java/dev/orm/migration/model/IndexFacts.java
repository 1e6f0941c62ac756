package dev.orm.migration.model;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Index;

/**
 * Fields with an index and foreign keys become indexes, unless a key, a unique constraint
 * or another index leads with their column.
 */
final class IndexFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			List<String> columns = List.of(field.column());
			boolean wanted = field.is(Flag.INDEX) || (field.relation() != null && !field.is(Flag.UNINDEXED));
			if (wanted && !facts.isLedBy(Facts.table(model), columns)) {
				String name = facts.names().relation(Facts.table(model), columns, "idx");
				facts.add(Index.of(Facts.table(model), name, columns), Claimant.of(field));
			}
		}
	}

}
