package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.lang.model.element.VariableElement;

import dev.orm.processor.ColumnDetails.Limit;

/** Reads the limits that Jakarta's annotations set to a field's values. */
final class JakartaLimits {

	private final VariableElement variable;

	private final List<Limit> limits = new ArrayList<>();

	private JakartaLimits(VariableElement variable) {
		this.variable = variable;
	}

	/** The limits a CHECK can say; patterns are not among them. */
	static List<Limit> of(VariableElement variable, Optional<AttributeType> attribute) {
		JakartaLimits all = new JakartaLimits(variable);
		String columnClass = attribute.map(AttributeType::columnClass).orElse("");
		switch (columnClass) {
			case "NumberColumn" -> all.numbers();
			case "StringColumn" -> all.size(false);
			case "ArrayColumn" -> all.size(true);
			default -> {
			}
		}
		return all.limits;
	}

	private void numbers() {
		find("Min").ifPresent((values) -> value(">=", String.valueOf(values.integer("value"))));
		find("DecimalMin").ifPresent((values) -> value(values.flag("inclusive") ? ">=" : ">", values.text("value")));
		find("Positive").ifPresent((values) -> value(">", "0"));
		find("PositiveOrZero").ifPresent((values) -> value(">=", "0"));
		find("Max").ifPresent((values) -> value("<=", String.valueOf(values.integer("value"))));
		find("DecimalMax").ifPresent((values) -> value(values.flag("inclusive") ? "<=" : "<", values.text("value")));
		find("Negative").ifPresent((values) -> value("<", "0"));
		find("NegativeOrZero").ifPresent((values) -> value("<=", "0"));
	}

	/** A column of texts has its greatest length already; an array has none. */
	private void size(boolean greatest) {
		find("Size").ifPresent((values) -> {
			if (values.number("min") > 0) {
				length(">=", values.number("min"));
			}
			if (greatest && values.number("max") < Integer.MAX_VALUE) {
				length("<=", values.number("max"));
			}
		});
	}

	private Optional<AnnotationValues> find(String name) {
		return AnnotationValues.find(this.variable, EngineNames.CONSTRAINTS + name);
	}

	private void value(String operator, String number) {
		this.limits.add(new Limit("VALUE", operator, number));
	}

	private void length(String operator, int number) {
		this.limits.add(new Limit("LENGTH", operator, String.valueOf(number)));
	}

}
