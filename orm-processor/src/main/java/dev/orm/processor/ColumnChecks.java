package dev.orm.processor;

import java.util.Map;

import javax.lang.model.element.VariableElement;

import dev.orm.processor.ColumnDetails.Limit;
import dev.orm.processor.DeclaredField.ColumnOptions;

/** Reports what annotations say of a column that cannot hold together. */
final class ColumnChecks {

	private static final Map<String, String> SET_BY_THE_ENGINE = Map.of("PRIMARY_KEY", "a key", "VERSION",
			"the version", "AUTO_NOW", "set by @AutoNow", "AUTO_NOW_ADD", "set by @AutoNowAdd", "DELETED_AT",
			"a @SoftDelete", "DELETED_BY", "a @DeletedBy");

	private final Problems problems;

	ColumnChecks(Problems problems) {
		this.problems = problems;
	}

	void check(DeclaredModel model) {
		for (DeclaredField field : model.fields()) {
			VariableElement variable = field.variable();
			if (variable != null && !field.is("INHERITED")) {
				Place place = new Place(model, field, variable);
				key(place);
				defaults(place);
				computed(place);
				texts(place);
				sizes(place);
				limits(place);
			}
		}
	}

	/** Django's {@code fields.E007} and {@code fields.E160}. */
	private void key(Place place) {
		boolean nullable = AnnotationValues.find(place.variable, EngineNames.COLUMN)
			.filter((column) -> column.flag("nullable"))
			.isPresent();
		if (place.field.is("PRIMARY_KEY") && nullable) {
			error(place, "%s is a key, which is never null in the database: remove nullable");
		}
		if (place.field.is("AUTO_NOW") && place.field.is("AUTO_NOW_ADD")) {
			error(place, "%s is set by @AutoNow and by @AutoNowAdd: the first sets it at the insert, too, remove one");
		}
	}

	private void defaults(Place place) {
		if (!place.details().dbDefault().isEmpty() && place.field.type().getKind().isPrimitive()) {
			error(place,
					"%s is a primitive, which is never null, so that its dbDefault would never count: use a wrapper, "
							+ "or @Column(defaultValue = ...)");
		}
	}

	private void computed(Place place) {
		if (place.details().computed() == null) {
			return;
		}
		if (!place.details().dbDefault().isEmpty() || !place.field.column().defaultValue().isEmpty()) {
			error(place, "%s is a @GeneratedColumn, which has no default: remove one of them");
		}
		SET_BY_THE_ENGINE.forEach((flag, what) -> {
			if (place.field.is(flag)) {
				error(place, "%s is a @GeneratedColumn, so it cannot be " + what);
			}
		});
	}

	private void texts(Place place) {
		boolean text = place.field.attribute().columnClass().equals("StringColumn");
		boolean named = !place.field.column().type().isEmpty();
		boolean isEnum = place.field.attribute().columnClass().equals("ValueColumn");
		if (!place.details().collation().isEmpty() && !text && !named && !isEnum) {
			error(place, "%s has a collation, but is no text");
		}
	}

	private void sizes(Place place) {
		ColumnOptions column = place.field.column();
		int size = Sizes.largestSize(place.variable);
		boolean text = place.field.attribute().columnClass().equals("StringColumn");
		if (text && column.length() > 0 && size > column.length()) {
			error(place, "%s takes at most " + column.length() + " characters by @Column(length), but @Size(max = "
					+ size + ") lets more through: make them agree");
		}
		if (column.precision() > 0 && column.scale() > column.precision()) {
			error(place, "%s has " + column.scale() + " digits after the point, but " + column.precision()
					+ " in all: make precision as large at least");
		}
		Sizes.digits(place.variable).ifPresent((digits) -> digits(place, column, digits));
	}

	private void digits(Place place, ColumnOptions column, Sizes digits) {
		boolean before = digits.precision() - digits.scale() > column.precision() - column.scale();
		if (column.precision() > 0 && (before || digits.scale() > column.scale())) {
			error(place, "%s has @Column(precision = " + column.precision() + ", scale = " + column.scale()
					+ "), but @Digits lets more digits through: make them agree");
		}
	}

	private void limits(Place place) {
		if (!place.details().base().isEmpty() && place.field.column().type().isEmpty()) {
			error(place, "%s has @Column(base), but no domain above it: name it by type, as in "
					+ "@Column(type = \"email\", base = \"text\")");
		}
		if (place.field.is("CHECKED") && place.details().limits().isEmpty() && !place.field.isEnum()
				&& place.details().choices() == null) {
			error(place,
					"%s is checked, but says nothing a CHECK could enforce. Choices: an enum, @Choices, @Min, @Max, @DecimalMin, "
							+ "@DecimalMax, @Positive, @PositiveOrZero, @Negative, @NegativeOrZero, @Size(min = ...)");
		}
		for (Limit limit : place.details().limits()) {
			int length = place.field.column().length();
			boolean shortest = limit.subject().equals("LENGTH") && limit.operator().equals(">=");
			if (shortest && length > 0 && Long.parseLong(limit.number()) > length) {
				error(place, "%s has at least " + limit.number() + " characters by @Size(min), but at most " + length
						+ " by its column: make them agree");
			}
		}
	}

	private void error(Place place, String message) {
		this.problems.error(place.model.element(), place.variable,
				message.replace("%s", place.model.simpleName() + "." + place.field.name()).replace("%", "%%"));
	}

	private record Place(DeclaredModel model, DeclaredField field, VariableElement variable) {

		ColumnDetails details() {
			return this.field.column().details();
		}

	}

}
