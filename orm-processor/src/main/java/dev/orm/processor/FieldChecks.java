package dev.orm.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

import dev.orm.processor.ReverseRelations.Reverse;
import org.jspecify.annotations.Nullable;

/** Reports what is wrong with the attributes of a model and with the ways back to it. */
final class FieldChecks {

	private final ModelTypes types;

	private final Problems problems;

	FieldChecks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	void check(DeclaredModel model, List<Reverse> reverse) {
		key(model);
		attributes(model);
		columns(model);
		model.fields().forEach((field) -> relation(model, field));
		constant(model);
		reverseNames(model, reverse);
	}

	private void key(DeclaredModel model) {
		if (model.keys().isEmpty() && !hasUnreadableKey(model)) {
			this.problems.error(model.element(),
					"Model %s has no key: annotate a field with @Id, as in @Id private Long id", model.simpleName());
		}
		for (DeclaredField field : model.fields()) {
			boolean extra = model.parent() != null && !field.is("INHERITED") && !field.isParentLink();
			if (extra && field.is("PRIMARY_KEY")) {
				error(model, field.variable(), "%s.%s cannot be a key, because %s has the key of its parent %s",
						model.simpleName(), field.name(), model.simpleName(), simpleName(model.parent()));
			}
		}
	}

	/** A key whose type is not supported was reported already. */
	private boolean hasUnreadableKey(DeclaredModel model) {
		return this.types.allAttributes(model.element())
			.stream()
			.anyMatch((field) -> AnnotationValues.isPresent(field, EngineNames.ID));
	}

	private static String simpleName(@Nullable TypeElement type) {
		return (type != null) ? type.getSimpleName().toString() : "";
	}

	private void attributes(DeclaredModel model) {
		Map<String, VariableElement> seen = new HashMap<>();
		for (VariableElement field : this.types.allAttributes(model.element())) {
			String name = field.getSimpleName().toString();
			VariableElement other = seen.put(name, field);
			if (other != null) {
				error(model, field, "Attribute %s is declared by both %s and %s", name, ModelTypes.owner(field),
						ModelTypes.owner(other));
			}
			if (field.getModifiers().contains(Modifier.FINAL)) {
				error(model, field, "Attribute %s.%s must not be final: rows are read into it", model.simpleName(),
						name);
			}
			if (name.contains("__") || name.endsWith("_") || name.equals("pk")) {
				error(model, field, "Attribute %s.%s needs another name: 'pk', two underscores and a last underscore "
						+ "mean something in paths", model.simpleName(), name);
			}
		}
	}

	private void columns(DeclaredModel model) {
		Map<String, DeclaredField> seen = new HashMap<>();
		for (DeclaredField field : model.fields()) {
			boolean ownTable = model.proxyOf() != null || !field.is("INHERITED");
			DeclaredField other = ownTable ? seen.put(field.column().name(), field) : null;
			if (other != null) {
				error(model, field.variable(),
						"Attributes %s.%s and %s.%s have the same column '%s': give one another "
								+ "@Column(name = ...)",
						model.simpleName(), other.name(), model.simpleName(), field.name(), field.column().name());
			}
		}
	}

	private void relation(DeclaredModel model, DeclaredField field) {
		DeclaredRelation relation = field.relation();
		reference(model, field, relation);
		if (relation == null) {
			return;
		}
		if (relation.onDelete().endsWith("SET_NULL") && !field.is("NULLABLE")) {
			error(model, field.variable(),
					"%s.%s says @OnDelete(%s), but its column does not take NULL: add " + "@Nullable",
					model.simpleName(), field.name(), relation.onDelete());
		}
		if (relation.onDelete().equals("DB_SET_DEFAULT") && field.column().details().dbDefault().isEmpty()) {
			error(model, field.variable(), "%s.%s says @OnDelete(DB_SET_DEFAULT), but the database has no default for "
					+ "its column: add @Column(dbDefault = ...)", model.simpleName(), field.name());
		}
		setKey(model, field, relation);
		if (relation.onDelete().equals("SET_DEFAULT") && field.column().defaultValue().isEmpty()) {
			error(model, field.variable(), "%s.%s says @OnDelete(SET_DEFAULT), but its column has no default: add "
					+ "@Column(defaultValue = ...)", model.simpleName(), field.name());
		}
	}

	private void reference(DeclaredModel model, DeclaredField field, @Nullable DeclaredRelation relation) {
		boolean said = field.is("UNCONSTRAINED") || field.is("UNDEFERRED") || field.is("UNINDEXED");
		if (relation == null && said) {
			error(model, field.variable(), "@Reference says how a relation is kept, but %s.%s is none",
					model.simpleName(), field.name());
		}
		if (relation != null && field.is("UNCONSTRAINED") && relation.onDelete().startsWith("DB_")) {
			error(model, field.variable(),
					"%s.%s says @OnDelete(%s), which the foreign key does, and "
							+ "@Reference(constraint = false): there is none",
					model.simpleName(), field.name(), relation.onDelete());
		}
	}

	private void setKey(DeclaredModel model, DeclaredField field, DeclaredRelation relation) {
		boolean sets = relation.onDelete().equals("SET");
		boolean given = !relation.setValue().isEmpty();
		boolean found = relation.setBy() != null;
		if (sets && given == found) {
			error(model, field.variable(), "%s.%s says @OnDelete(SET), which needs either setValue = \"...\" or "
					+ "by = a class that implements SetKey", model.simpleName(), field.name());
		}
		if (!sets && (given || found)) {
			error(model, field.variable(), "%s.%s says @OnDelete(%s) and a key to set: let it say SET, or no key",
					model.simpleName(), field.name(), relation.onDelete());
		}
	}

	private void constant(DeclaredModel model) {
		String constant = NamingRules.constantCase(model.simpleName());
		for (DeclaredField field : model.fields()) {
			if (field.name().equals(constant)) {
				error(model, field.variable(), "Attribute %s.%s clashes with the root constant %s of %sPath: rename it",
						model.simpleName(), field.name(), constant, model.simpleName());
			}
		}
	}

	private void reverseNames(DeclaredModel model, List<Reverse> reverse) {
		Map<String, Element> attributes = new HashMap<>();
		model.fields().forEach((field) -> attributes.put(field.name(), place(model, field.variable())));
		model.manyToMany().forEach((relation) -> attributes.put(relation.name(), relation.variable()));
		Map<String, Reverse> accessors = new HashMap<>();
		Map<String, Reverse> queries = new HashMap<>();
		for (Reverse way : reverse) {
			for (String name : new TreeSet<>(List.of(way.accessor(), way.query()))) {
				if (attributes.containsKey(name)) {
					clash(model, way, name);
				}
			}
			Reverse sameAccessor = accessors.putIfAbsent(way.accessor(), way);
			Reverse sameQuery = queries.putIfAbsent(way.query(), way);
			Reverse other = (sameAccessor != null) ? sameAccessor : sameQuery;
			if (other != null) {
				bothWays(model, way, other, (sameAccessor != null) ? way.accessor() : way.query());
			}
		}
	}

	private void clash(DeclaredModel model, Reverse way, String name) {
		this.problems.error(way.origin().model().element(), way.origin().place(),
				"%s leads back from %s by the name '%s', which clashes with the attribute %s.%s: give it another "
						+ "@RelatedName",
				way.origin(), model.simpleName(), name, model.simpleName(), name);
	}

	private void bothWays(DeclaredModel model, Reverse way, Reverse other, String name) {
		String message = "%s and %s both lead back from %s by the name '%s': give one of them another @RelatedName, or "
				+ "@RelatedName(\"+\") for no way back";
		this.problems.error(way.origin().model().element(), way.origin().place(), message, way.origin(), other.origin(),
				model.simpleName(), name);
		this.problems.error(other.origin().model().element(), other.origin().place(), message, other.origin(),
				way.origin(), model.simpleName(), name);
	}

	private void error(DeclaredModel model, @Nullable VariableElement field, String message, Object... arguments) {
		this.problems.error(model.element(), place(model, field), message, arguments);
	}

	private static Element place(DeclaredModel model, @Nullable VariableElement field) {
		return (field != null) ? field : model.element();
	}

}
