package dev.orm.instance;

import java.util.List;

import dev.orm.annotation.Automatic.On;
import dev.orm.automatic.AutomaticValue;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;

/**
 * A column the engine sets. Immutable.
 *
 * @param field the field
 * @param by what knows its value
 * @param on which writes set it
 */
public record AutomaticColumn(FieldModel field, Class<? extends AutomaticValue<?>> by, On on) {

	public static List<AutomaticColumn> of(EntityModel model) {
		if (model.autoCreated()) {
			return List.of();
		}
		return model.binding()
			.automatic()
			.stream()
			.map((field) -> new AutomaticColumn(model.fields().get(field.field()), field.by(), field.on()))
			.toList();
	}

	/** Whether every write sets it, whatever it is about. */
	public boolean always() {
		return this.on == On.UPDATE;
	}

	/** Whether a write of an instance sets it. */
	public boolean isSet(boolean inserting) {
		return inserting || this.on != On.INSERT;
	}

}
