package dev.orm.validate;

import java.util.List;
import java.util.Optional;

import dev.orm.declare.DeclaredConstraint;
import dev.orm.error.ConstraintDetails;
import dev.orm.error.ConstraintViolationException;
import dev.orm.error.UniqueViolationException;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
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
		Optional<DeclaredConstraint> declared = this.model.declarations().constraint(details.constraint());
		String message = declared.map(DeclaredConstraint::message).orElse("");
		List<FieldModel> fields = details.columns().stream().flatMap((column) -> field(column).stream()).toList();
		boolean known = !fields.isEmpty() && fields.size() == details.columns().size();
		switch (details.sqlState()) {
			case NOT_NULL ->
				fields.forEach((field) -> this.errors.rejectValue(field.name(), "null", FieldRules.REQUIRED));
			case UniqueRefusal.STATE -> {
				if (known) {
					UniqueRefusal.reject(this.model, fields, message, this.errors);
				}
				else {
					constraint(details, declared.map(DeclaredConstraint::attributes).orElse(List.of()), message);
				}
			}
			case FOREIGN_KEY -> target(details, known ? fields : List.of());
			default -> constraint(details, declared.map(DeclaredConstraint::attributes).orElse(List.of()), message);
		}
	}

	private Optional<FieldModel> field(String column) {
		return this.model.fields().stream().filter((field) -> field.column().equals(column)).findFirst();
	}

	/** A key that leads nowhere, or one by which other rows lead here. */
	private void target(ConstraintDetails details, List<FieldModel> fields) {
		if (fields.size() == 1 && fields.get(0).relation() != null
				&& details.table().equals(fields.get(0).owner().table().name())) {
			UniqueRefusal.rejectTarget(fields.get(0), this.errors);
		}
		else {
			constraint(details, List.of(), "");
		}
	}

	private void constraint(ConstraintDetails details, List<String> attributes, String message) {
		String text = message.isEmpty() ? "Constraint {0} is violated." : message;
		attributes.forEach((attribute) -> this.errors.rejectValue(attribute, "constraint", text, details.constraint()));
		if (attributes.isEmpty()) {
			this.errors.reject("constraint", text, details.constraint());
		}
	}

}
