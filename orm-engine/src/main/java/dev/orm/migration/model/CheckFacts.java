package dev.orm.migration.model;

import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Check;

/** A field that is zero or more gets a check. */
final class CheckFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			if (field.is(Flag.POSITIVE)) {
				facts.add(new Check(Facts.table(model),
						ObjectNames.of(Facts.table(model), List.of(field.column()), "check"),
						'"' + field.column().replace("\"", "\"\"") + "\" >= 0"), field);
			}
		}
	}

}
