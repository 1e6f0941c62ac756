package dev.orm.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import javax.lang.model.element.VariableElement;

/** Reports slugs and positions that depend on what is no such attribute. */
final class SuccessionChecks {

	private final Problems problems;

	SuccessionChecks(Problems problems) {
		this.problems = problems;
	}

	void check(DeclaredModel model) {
		List<DeclaredField> positions = model.fields()
			.stream()
			.filter((field) -> isOwn(model, field, "POSITION"))
			.toList();
		if (positions.size() > 1) {
			error(model, positions.get(1), "%s has two @Position, %s and %s: a row has one place", model.simpleName(),
					positions.get(0).name(), positions.get(1).name());
		}
		positions.forEach((field) -> position(model, field));
		model.fields().stream().filter((field) -> isOwn(model, field, "SLUG")).forEach((field) -> slug(model, field));
	}

	private static boolean isOwn(DeclaredModel model, DeclaredField field, String flag) {
		return field.is(flag) && !field.is("INHERITED") && field.part() == null && model.proxyOf() == null;
	}

	private void position(DeclaredModel model, DeclaredField field) {
		String reading = field.attribute().reading();
		if (field.relation() != null || !(reading.contains("getInt") || reading.contains("getLong"))) {
			error(model, field, "@Position needs an int or a long, but %s.%s is %s", model.simpleName(), field.name(),
					field.type());
		}
		source(model, field, "@Position",
				(other) -> other.relation() != null && !other.isParentLink() && !other.is("INHERITED"),
				"a foreign key of its own table");
	}

	private void slug(DeclaredModel model, DeclaredField field) {
		if (!isText(field)) {
			error(model, field, "@Slug needs a String, but %s.%s is %s", model.simpleName(), field.name(),
					field.type());
		}
		source(model, field, "@Slug", (other) -> isText(other) && !other.equals(field), "a text");
	}

	private void source(DeclaredModel model, DeclaredField field, String what, Predicate<DeclaredField> fits,
			String wanted) {
		VariableElement variable = field.variable();
		String name = (variable != null) ? AutomaticAnnotation.source(variable) : "";
		Optional<DeclaredField> found = model.fields()
			.stream()
			.filter((other) -> other.name().equals(name))
			.findFirst();
		if (found.filter(fits).isEmpty()) {
			List<String> choices = model.fields().stream().filter(fits).map(DeclaredField::name).sorted().toList();
			error(model, field, "%s of %s.%s names '%s', which is not %s. Choices: %s", what, model.simpleName(),
					field.name(), name, wanted, choices);
		}
	}

	private static boolean isText(DeclaredField field) {
		return field.attribute().columnClass().equals("StringColumn");
	}

	private void error(DeclaredModel model, DeclaredField field, String message, Object... arguments) {
		VariableElement variable = field.variable();
		this.problems.error(model.element(), (variable != null) ? variable : model.element(), message, arguments);
	}

}
