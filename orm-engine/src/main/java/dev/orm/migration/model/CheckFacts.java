package dev.orm.migration.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.orm.codec.Codec;
import dev.orm.dialect.IdentifierQuoting;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.ColumnDetails.Limit;
import dev.orm.model.ColumnDetails.Subject;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.schema.Check;
import dev.orm.type.Kind;

/**
 * What is said of a field's values becomes a check, where the database is to enforce it;
 * that a number is zero or more always does.
 */
final class CheckFacts implements FactSource {

	@Override
	public void add(EntityModel model, Facts facts) {
		for (FieldModel field : model.localFields()) {
			String check = check(field);
			if (!check.isEmpty()) {
				String table = Facts.table(model);
				facts.add(new Check(table, ObjectNames.of(table, List.of(field.column()), "check"), check),
						Claimant.of(field));
			}
		}
	}

	private static String check(FieldModel field) {
		String column = IdentifierQuoting.DOUBLE_QUOTES.quote(field.column());
		List<String> terms = new ArrayList<>();
		if (field.is(Flag.CHECKED)) {
			choices(field).ifPresent((values) -> terms.add(column + " IN (" + values + ")"));
			field.description().details().limits().forEach((limit) -> terms.add(term(field, column, limit)));
		}
		if (terms.isEmpty() && field.is(Flag.POSITIVE)) {
			terms.add(column + " >= 0");
		}
		return String.join(" AND ", terms);
	}

	private static String term(FieldModel field, String column, Limit limit) {
		String length = (field.type().kind() == Kind.ARRAY) ? "cardinality(" : "char_length(";
		String subject = (limit.subject() == Subject.LENGTH) ? length + column + ")" : column;
		return subject + " " + limit.bound().symbol() + " " + limit.number();
	}

	/** The stored values of the choices, as SQL writes them. */
	private static Optional<String> choices(FieldModel field) {
		Codec codec = field.type().codec();
		boolean number = field.type().kind().isNumber();
		List<String> values = field.choices()
			.stream()
			.map((option) -> codec.write(codec.convert(option.value())))
			.map((text) -> number ? text : SqlLiterals.text(text))
			.toList();
		return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
	}

}
