package dev.orm.compile;

import java.util.List;
import java.util.function.Consumer;

import dev.orm.error.QueryValueException;
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
			throw located(ex, place(plan, filled.values()));
		}
		catch (QueryValueException ex) {
			String place = place(plan, filled.values());
			throw place.isEmpty() ? ex : ex.in(this.model.name(), place);
		}
	}

	private ValueConversionException located(ValueConversionException refusal, String place) {
		if (place.isEmpty()) {
			return refusal;
		}
		return this.model.field(place).isPresent() ? refusal.at(this.model.name(), place)
				: refusal.under(this.model.name(), place);
	}

	/** The path the refused value stands at; empty if it stands at none. */
	private String place(CompiledQuery plan, List<@Nullable Object> values) {
		int ordinal = refused(plan, values);
		if (ordinal < 0) {
			return "";
		}
		Shape.Builder again = new Shape.Builder().watch(ordinal);
		this.shape.accept(again);
		return again.watched();
	}

	private static int refused(CompiledQuery plan, List<@Nullable Object> values) {
		for (ValueSlot slot : plan.slots()) {
			try {
				slot.value(values);
			}
			catch (ValueConversionException | QueryValueException ex) {
				return slot.ordinal();
			}
		}
		return -1;
	}

}
