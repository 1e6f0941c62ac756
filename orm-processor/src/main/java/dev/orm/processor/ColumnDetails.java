package dev.orm.processor;

import java.util.List;
import java.util.stream.Collectors;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

import org.jspecify.annotations.Nullable;

/**
 * What else a field says of its column.
 *
 * @param base the type below a domain; empty for none
 * @param dbDefault the expression of new rows that say nothing; empty for none
 * @param comment what people should know of the column; empty for nothing
 * @param collation the collation; empty for that of the database
 * @param computed the expression it is computed by; null for a plain column
 * @param stored whether what is computed is kept
 * @param limits what the database is to enforce
 * @param choices where the values come from; null for any
 */
record ColumnDetails(String base, String dbDefault, String comment, String collation, @Nullable String computed,
		boolean stored, List<Limit> limits, @Nullable TypeElement choices) {

	static final ColumnDetails NONE = new ColumnDetails("", "", "", "", null, false, List.of(), null);

	ColumnDetails {
		limits = List.copyOf(limits);
	}

	/** The expression that makes them in generated code. */
	String expression() {
		String values = this.limits.stream().map(Limit::expression).collect(Collectors.joining(", "));
		return "new %s(%s, %s, %s, %s, %s, java.util.List.of(%s), %s)".formatted(EngineNames.COLUMN_DETAILS,
				GeneratedClass.quoted(this.base), GeneratedClass.quoted(this.dbDefault),
				GeneratedClass.quoted(this.comment), GeneratedClass.quoted(this.collation), computation(), values,
				choices(this.choices));
	}

	private static String choices(@Nullable TypeElement type) {
		if (type == null) {
			return "null";
		}
		String name = TypeText.name(type);
		return (type.getKind() == ElementKind.ENUM) ? "%s.of(%s.class)".formatted(EngineNames.CHOICE_SOURCE, name)
				: "new %s()".formatted(name);
	}

	private String computation() {
		return (this.computed != null) ? "new %s.Computed(%s, %s)".formatted(EngineNames.COLUMN_DETAILS,
				GeneratedClass.quoted(this.computed), this.stored) : "null";
	}

	/**
	 * A limit of values.
	 *
	 * @param subject {@code VALUE} or {@code LENGTH}
	 * @param operator how values compare
	 * @param number with what
	 */
	record Limit(String subject, String operator, String number) {

		String expression() {
			return "new %1$s.Limit(%1$s.Subject.%2$s, %1$s.Bound.of(%3$s), %4$s)".formatted(EngineNames.COLUMN_DETAILS,
					this.subject, GeneratedClass.quoted(this.operator), GeneratedClass.quoted(this.number));
		}

	}

}
