package dev.orm.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.orm.declare.ConstraintNames;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.UniqueViolationException;
import dev.orm.error.detail.ConstraintDetails;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.validate.rule.RowRefusals;
import org.jspecify.annotations.Nullable;

/**
 * Says what a violated constraint means for people, as validation would have: it may be
 * violated by who was faster, after validation.
 */
final class Violations {

	private static final String NOT_NULL = "23502";

	private static final String FOREIGN_KEY = "23503";

	private final EntityModel model;

	private final CollectedErrors errors;

	Violations(EntityModel model, CollectedErrors errors) {
		this.model = model;
		this.errors = errors;
	}

	static @Nullable ConstraintDetails details(RuntimeException refusal) {
		if (refusal instanceof UniqueViolationException unique) {
			return unique.details();
		}
		return (refusal instanceof ConstraintViolationException constraint) ? constraint.details() : null;
	}

	void explain(ConstraintDetails details) {
		Optional<DeclaredConstraint> declared = declared(details.constraint());
		String message = declared.map(DeclaredConstraint::message).orElse("");
		List<String> attributes = declared.map(DeclaredConstraint::attributes).orElseGet(() -> checked(details));
		List<FieldModel> fields = details.columns().stream().flatMap((column) -> field(column).stream()).toList();
		boolean known = !fields.isEmpty() && fields.size() == details.columns().size();
		switch (details.sqlState()) {
			case NOT_NULL ->
				fields.forEach((field) -> this.errors.rejectValue(field.name(), "null", FieldTexts.REQUIRED));
			case RowRefusals.UNIQUE -> {
				if (known) {
					RowRefusals.unique(this.model, fields, message, this.errors);
				}
				else {
					RowRefusals.constraint(details.constraint(), attributes, message, this.errors);
				}
			}
			case FOREIGN_KEY -> target(details, known ? fields : List.of());
			default -> RowRefusals.constraint(details.constraint(), attributes, message, this.errors);
		}
	}

	/** The field whose own check it is. */
	private List<String> checked(ConstraintDetails details) {
		return this.model.fields()
			.stream()
			.filter((field) -> details.constraint().equals(check(field)))
			.map(FieldModel::name)
			.toList();
	}

	private static String check(FieldModel field) {
		return ConstraintNames.of(field.owner().table().name(), List.of(field.column()), "check");
	}

	private Optional<FieldModel> field(String column) {
		return this.model.fields().stream().filter((field) -> field.column().equals(column)).findFirst();
	}

	/** A key that leads nowhere, or one by which other rows lead here. */
	private void target(ConstraintDetails details, List<FieldModel> fields) {
		if (fields.size() == 1 && fields.get(0).relation() != null
				&& details.table().equals(fields.get(0).owner().table().name())) {
			RowRefusals.target(fields.get(0), this.errors);
		}
		else {
			RowRefusals.constraint(details.constraint(), List.of(), "", this.errors);
		}
	}

	/** What a model declares, or a parent with a table of its own. */
	private Optional<DeclaredConstraint> declared(String name) {
		return Stream.<EntityModel>iterate(this.model.concrete(), (table) -> table != null, EntityModel::parent)
			.flatMap((table) -> table.declarations().constraint(name).stream())
			.findFirst();
	}

}
