package dev.orm.instance;

import java.util.List;
import java.util.Objects;

import dev.orm.annotation.Automatic.On;
import dev.orm.automatic.AutomaticValue;
import dev.orm.automatic.NextPosition;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import org.jspecify.annotations.Nullable;

/**
 * A column the engine sets. Immutable.
 *
 * @param field the field
 * @param by what knows its value
 * @param on which writes set it
 * @param of the attribute it depends on, and on other rows with it; null for none
 */
public record AutomaticColumn(FieldModel field, Class<? extends AutomaticValue<?>> by, On on, @Nullable FieldModel of) {

	public static List<AutomaticColumn> of(EntityModel model) {
		if (model.autoCreated()) {
			return List.of();
		}
		return model.binding()
			.automatic()
			.stream()
			.map((field) -> new AutomaticColumn(model.fields().get(field.field()), field.by(), field.on(),
					model.field(field.of()).orElse(null)))
			.toList();
	}

	/** Whether every write sets it, whatever it is about. */
	public boolean always() {
		return this.on == On.UPDATE;
	}

	/** Whether it is the place of a row among those of one owner. */
	public boolean isPosition() {
		return this.by == NextPosition.class;
	}

	/** What it depends on. */
	public FieldModel source() {
		return Objects.requireNonNull(this.of, this.field::toString);
	}

	/** Whether a write of an instance sets it. */
	public boolean isSet(boolean inserting) {
		return inserting || this.on != On.INSERT;
	}

}
