package dev.orm.compile;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.error.ValueConversionException;
import dev.orm.expression.node.Shape;
import dev.orm.meta.EntityModel;
import org.jspecify.annotations.Nullable;

/**
 * Binds the values of one query. A value that does not fit is searched for in the query's
 * shape, taken again for that, so that the refusal can name its path.
 *
 * @param model the model of the query
 * @param shape adds all that the shape is made of
 */
record ValueBinder(EntityModel model, Consumer<Shape.Builder> shape) {

	Shape.Builder fill() {
		Shape.Builder values = new Shape.Builder();
		this.shape.accept(values);
		return values;
	}

	BoundQuery bind(CompiledQuery plan, Shape.Builder filled) {
		try {
			return BoundQuery.bind(plan, filled.values()).asking(filled.sources());
		}
		catch (ValueConversionException ex) {
			throw located(ex, plan, filled.values());
		}
	}

	private ValueConversionException located(ValueConversionException refusal, CompiledQuery plan,
			List<@Nullable Object> values) {
		int ordinal = refused(plan, values);
		if (ordinal < 0) {
			return refusal;
		}
		Shape.Builder again = new Shape.Builder().watch(ordinal);
		this.shape.accept(again);
		String place = again.watched();
		if (place.isEmpty()) {
			return refusal;
		}
		return this.model.field(place).isPresent() ? refusal.at(this.model.name(), place)
				: refusal.under(this.model.name(), place);
	}

	private static int refused(CompiledQuery plan, List<@Nullable Object> values) {
		for (ValueSlot slot : plan.slots()) {
			try {
				slot.value(values);
			}
			catch (ValueConversionException ex) {
				return slot.ordinal();
			}
		}
		return -1;
	}

}
