package dev.orm.processor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

import dev.orm.processor.ColumnDetails.Limit;
import dev.orm.processor.DeclaredField.ColumnOptions;

/** Reports what annotations say of a column that cannot hold together. */
final class ColumnChecks {

	private static final Map<String, String> SET_BY_THE_ENGINE = Map.of("PRIMARY_KEY", "a key", "VERSION",
			"the version", "AUTO_NOW", "set by @AutoNow", "AUTO_NOW_ADD", "set by @AutoNowAdd", "DELETED_AT",
			"a @SoftDelete", "DELETED_BY", "a @DeletedBy");

	/** The columns of attributes whose types have no length. */
	private static final Set<String> SIZELESS = Set.of("NumberColumn", "BooleanColumn", "DurationColumn",
			"TemporalColumn", "DateColumn", "TimestampColumn");

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
				elements(place);
				automatic(place);
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
	}

	/** Before the brackets the annotation speaks of what the array holds. */
	private void elements(Place place) {
		if (place.variable.asType() instanceof ArrayType array && isPrimitiveMarkedNullable(array.getComponentType())) {
			String element = array.getComponentType().getKind().name().toLowerCase(Locale.ROOT);
			error(place, "%s has @Nullable at its elements, which are never null: write " + element
					+ " @Nullable [] for an array that may be");
		}
	}

	private static boolean isPrimitiveMarkedNullable(TypeMirror type) {
		return type.getKind().isPrimitive() && type.getAnnotationMirrors()
			.stream()
			.anyMatch((mark) -> mark.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
	}

	/** What the engine sets is set by one of its values, and never left to a default. */
	private void automatic(Place place) {
		List<String> setBy = AutomaticAnnotation.names(place.variable);
		if (setBy.size() > 1) {
			error(place, "%s is set by @" + String.join(" and by @", setBy) + ": remove one");
		}
		boolean always = place.field.is("AUTO_NOW") || place.field.is("AUTO_NOW_ADD");
		if (always && !place.field.column().defaultValue().isEmpty()) {
			error(place, "%s is set by each insert, so that its default would never count: remove one of them");
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
		numbers(place, column, text);
		if (text && column.length() > 0 && size > column.length()) {
			error(place, "%s takes at most " + column.length() + " characters by @Column(length), but @Size(max = "
					+ size + ") lets more through: make them agree");
		}
		if (column.length() > 0 && column.type().isEmpty()
				&& SIZELESS.contains(place.field.attribute().columnClass())) {
			error(place, "%s has a length, which is for texts: remove it");
		}
	}

	private void numbers(Place place, ColumnOptions column, boolean text) {
		if (column.length() < 0 || column.precision() < 0 || column.scale() < 0) {
			error(place, "%s has a size below zero: leave it out for none");
		}
		if (column.precision() > 0 && text) {
			error(place, "%s has a precision, which is for numbers: remove it");
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
