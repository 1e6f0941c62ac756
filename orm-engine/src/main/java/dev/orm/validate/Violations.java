package dev.orm.validate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.orm.declare.ConstraintNames;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredUnique;
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

	private final ConstraintColumns columns;

	Violations(EntityModel model, CollectedErrors errors, ConstraintColumns columns) {
		this.model = model;
		this.errors = errors;
		this.columns = columns;
	}

	static @Nullable ConstraintDetails details(RuntimeException refusal) {
		if (refusal instanceof UniqueViolationException unique) {
			return unique.details();
		}
		return (refusal instanceof ConstraintViolationException constraint) ? constraint.details() : null;
	}

	void explain(ConstraintDetails details) {
		List<FieldModel> fields = fields(details.columns());
		boolean known = !fields.isEmpty() && fields.size() == details.columns().size();
		Optional<DeclaredConstraint> declared = declared(details.constraint())
			.or(() -> known ? unique(fields) : Optional.empty());
		String message = declared.map(DeclaredConstraint::message).orElse("");
		switch (details.sqlState()) {
			case NOT_NULL ->
				fields.forEach((field) -> this.errors.rejectValue(field.name(), "null", FieldTexts.REQUIRED));
			case RowRefusals.UNIQUE -> {
				if (known) {
					RowRefusals.unique(this.model, fields, message, this.errors);
				}
				else {
					RowRefusals.constraint(details.constraint(), attributes(details, declared), message, this.errors);
				}
			}
			case FOREIGN_KEY -> target(details, known ? fields : List.of());
			default ->
				RowRefusals.constraint(details.constraint(), attributes(details, declared), message, this.errors);
		}
	}

	private List<FieldModel> fields(List<String> columns) {
		return columns.stream().flatMap((column) -> field(column).stream()).toList();
	}

	/**
	 * Where it is shown: as declared, at the field whose own it is, or by its columns.
	 */
	private List<String> attributes(ConstraintDetails details, Optional<DeclaredConstraint> declared) {
		if (declared.isPresent()) {
			return declared.get().attributes();
		}
		List<String> own = checked(details);
		return own.isEmpty()
				? fields(this.columns.of(details.table(), details.constraint())).stream().map(FieldModel::name).toList()
				: own;
	}

	/** One that has a name of its own in a database that was there before. */
	private Optional<DeclaredConstraint> unique(List<FieldModel> fields) {
		Set<String> names = fields.stream().map(FieldModel::name).collect(Collectors.toSet());
		return tables().flatMap((table) -> table.declarations().constraints().stream())
			.filter((constraint) -> constraint instanceof DeclaredUnique
					&& names.equals(Set.copyOf(constraint.attributes())))
			.findFirst();
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

	private Optional<DeclaredConstraint> declared(String name) {
		return tables().flatMap((table) -> table.declarations().constraint(name).stream()).findFirst();
	}

	/** The model, and its parents with tables of their own. */
	private Stream<EntityModel> tables() {
		return Stream.<EntityModel>iterate(this.model.concrete(), (table) -> table != null, EntityModel::parent);
	}

}
