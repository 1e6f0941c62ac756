package dev.orm.processor;

import java.util.Optional;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The sizes of a column: those {@code @Column} gives, else those of Jakarta's
 * annotations.
 *
 * @param length the length of a varchar; zero for none
 * @param precision the digits of a numeric; zero for none
 * @param scale the digits after the point
 */
record Sizes(int length, int precision, int scale) {

	private static final int EMAIL = 254;

	private static final int URL = 200;

	private static final int SLUG = 50;

	static Sizes of(VariableElement variable, Optional<AnnotationValues> column, Optional<AttributeType> attribute) {
		Sizes given = column
			.map((values) -> new Sizes(values.number("length"), values.number("precision"), values.number("scale")))
			.orElse(new Sizes(0, 0, 0));
		boolean open = column.map((values) -> values.text("type").isEmpty()).orElse(true);
		if (!open || attribute.isEmpty()) {
			return given;
		}
		if (attribute.get().columnClass().equals("StringColumn") && given.length == 0) {
			return new Sizes(longest(variable), given.precision, given.scale);
		}
		return (isDecimal(variable.asType()) && given.precision == 0) ? digits(variable).orElse(given) : given;
	}

	/** The most characters validation lets through; zero for any number. */
	static int longest(VariableElement variable) {
		int size = largestSize(variable);
		if (size > 0) {
			return size;
		}
		if (AnnotationValues.isPresent(variable, EngineNames.SLUG)) {
			return SLUG;
		}
		if (AnnotationValues.isPresent(variable, EngineNames.CONSTRAINTS + "Email")) {
			return EMAIL;
		}
		return AnnotationValues.isPresent(variable, EngineNames.URL) ? URL : 0;
	}

	/** The greatest {@code @Size}; zero if there is none. */
	static int largestSize(VariableElement variable) {
		return AnnotationValues.find(variable, EngineNames.CONSTRAINTS + "Size")
			.map((values) -> values.number("max"))
			.filter((max) -> max < Integer.MAX_VALUE)
			.orElse(0);
	}

	/** The digits validation lets through. */
	static Optional<Sizes> digits(VariableElement variable) {
		return AnnotationValues.find(variable, EngineNames.CONSTRAINTS + "Digits")
			.map((values) -> new Sizes(0, values.number("integer") + values.number("fraction"),
					values.number("fraction")));
	}

	private static boolean isDecimal(TypeMirror type) {
		String name = type.toString().replaceAll("@\\S+ ", "");
		return name.endsWith("java.math.BigDecimal") || name.endsWith("java.math.BigInteger");
	}

}
