package dev.orm.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

import dev.orm.processor.DeclaredRelation.ReverseNames;
import dev.orm.processor.ReverseRelations.Reverse;

/**
 * Reports annotations that contradict the attribute they are on, and names in them that
 * lead nowhere.
 */
final class AnnotationChecks {

	private final ModelTypes types;

	private final Problems problems;

	AnnotationChecks(ModelTypes types, Problems problems) {
		this.types = types;
		this.problems = problems;
	}

	void check(DeclaredModel model, List<Reverse> reverse) {
		for (DeclaredField field : model.fields()) {
			if (!field.isParentLink()) {
				generated(model, field);
				visibility(model, field, field.type());
				records(model, field);
			}
			if (field.relation() != null && !field.isParentLink()) {
				reverseNames(model, field.name(), field.relation().reverse());
			}
		}
		for (DeclaredManyToMany relation : model.manyToMany()) {
			reverseNames(model, relation.name(), relation.reverse());
			visible(model, relation.name(), relation.target());
			if (relation.symmetrical() && !relation.target().equals(relation.declaredBy())) {
				this.problems.error(model.element(), relation.variable(),
						"%s.%s is @Symmetrical, but does not lead to %s itself", model.simpleName(), relation.name(),
						model.simpleName());
			}
		}
		model.reverse().forEach((back) -> visible(model, back.name(), back.source()));
		targets(model);
		blocks(model);
		names(model, reverse);
	}

	private void targets(DeclaredModel model) {
		for (VariableElement field : this.types.allAttributes(model.element())) {
			boolean key = GenericKeys.isKey(this.types.typeIn(model.element(), field));
			if (!key && AnnotationValues.isPresent(field, EngineNames.TARGETS)) {
				this.problems.error(model.element(), field, "@Targets says where a GenericKey leads, but %s.%s is none",
						model.simpleName(), field);
			}
			if (key && AnnotationValues.isPresent(field, EngineNames.ID)) {
				this.problems.error(model.element(), field,
						"%s.%s is a generic key, which cannot be the key of a model", model.simpleName(), field);
			}
		}
	}

	/**
	 * Rows are one tenant's and are marked by one attribute, and who did it is said of a
	 * mark.
	 */
	private void blocks(DeclaredModel model) {
		boolean marked = single(model, "DELETED_AT", "@SoftDelete", "remove one");
		single(model, "DELETED_BY", "@DeletedBy", "remove one");
		single(model, "TENANT", "@TenantId", "a row is one tenant's");
		single(model, "VERSION", "@Version", "a row has one version");
		model.fields().stream().filter((field) -> field.is("DELETED_BY") && !marked).findFirst().ifPresent((by) -> {
			error(model, by, "%s.%s is @DeletedBy, but %s has no @SoftDelete: add an Instant with it",
					model.simpleName(), by.name(), model.simpleName());
		});
	}

	/** Report a second one; say whether there is one. */
	private boolean single(DeclaredModel model, String flag, String annotation, String reason) {
		List<DeclaredField> found = model.fields().stream().filter((field) -> field.is(flag)).toList();
		if (found.size() > 1) {
			error(model, found.get(1), "%s has two %s, %s and %s: %s", model.simpleName(), annotation,
					found.get(0).name(), found.get(1).name(), reason);
		}
		return !found.isEmpty();
	}

	private void generated(DeclaredModel model, DeclaredField field) {
		String columnClass = field.attribute().columnClass();
		boolean isTemporal = AttributeTypes.TEMPORAL.contains(columnClass);
		require(isTemporal || !field.is("AUTO_NOW"), model, field, "@AutoNow", "a date or time");
		require(isTemporal || !field.is("AUTO_NOW_ADD"), model, field, "@AutoNowAdd", "a date or time");
		require(isWhole(field) || !field.is("VERSION"), model, field, "@Version", "a whole number");
		require(isInstant(field.type()) || !field.is("DELETED_AT"), model, field, "@SoftDelete", "an Instant");
		require(!field.type().getKind().isPrimitive() || !field.is("TENANT"), model, field, "@TenantId",
				"what is null until it is known");
		require(!field.type().getKind().isPrimitive() || !field.is("DELETED_BY"), model, field, "@DeletedBy",
				"what can be null");
		require(isWhole(field) || !field.is("IDENTITY"), model, field, "An identity", "a whole number");
		require(isUuid(field.type()) || !field.is("UUID_KEY"), model, field, "A generated UUID", "a UUID");
	}

	private void require(boolean holds, DeclaredModel model, DeclaredField field, String what, String type) {
		if (!holds) {
			error(model, field, "%s needs %s, but %s.%s is %s", what, type, model.simpleName(), field.name(),
					field.type());
		}
	}

	private static boolean isWhole(DeclaredField field) {
		String reading = field.attribute().reading();
		return field.relation() == null
				&& (reading.contains("getLong") || reading.contains("getInt") || reading.contains("getShort"));
	}

	private static boolean isUuid(TypeMirror type) {
		return isNamed(type, "java.util.UUID");
	}

	private static boolean isInstant(TypeMirror type) {
		return isNamed(type, "java.time.Instant");
	}

	private static boolean isNamed(TypeMirror type, String name) {
		return type instanceof DeclaredType declared
				&& ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(name);
	}

	/** Generated code has to name the type of every attribute. */
	private void visibility(DeclaredModel model, DeclaredField field, TypeMirror type) {
		if (type instanceof ArrayType array) {
			visibility(model, field, array.getComponentType());
		}
		if (type instanceof DeclaredType declared) {
			visible(model, field.attributeName(), (TypeElement) declared.asElement());
			declared.getTypeArguments().forEach((argument) -> visibility(model, field, argument));
		}
	}

	private void visible(DeclaredModel model, String attribute, TypeElement type) {
		if (!this.types.isVisible(type, this.types.packageOf(model.element()))) {
			this.problems.error(model.element(), place(model, attribute),
					"The type %s of attribute %s.%s must be visible in the package of %s, because "
							+ "generated code there names it",
					type.getSimpleName(), model.simpleName(), attribute, model.simpleName());
		}
	}

	/** Generated code makes the records of columns. */
	private void records(DeclaredModel model, DeclaredField field) {
		if (field.part() != null && field.part().place() == 0) {
			records(model, field, field.part().record());
		}
	}

	private void records(DeclaredModel model, DeclaredField field, EmbeddedRecord record) {
		visibility(model, field, record.type().asType());
		record.components()
			.stream()
			.map(EmbeddedRecord.Component::record)
			.filter(Objects::nonNull)
			.forEach((inner) -> records(model, field, inner));
	}

	private void reverseNames(DeclaredModel model, String attribute, ReverseNames names) {
		for (String name : new String[] { names.accessor(), names.query() }) {
			if (name != null && !name.endsWith("+") && (!SourceVersion.isIdentifier(name) || name.contains("__"))) {
				Element place = place(model, attribute);
				this.problems.error(model.element(), place,
						"%s '%s' of %s.%s must be a Java name without two underscores",
						AnnotationValues.isPresent(place, EngineNames.RELATED_NAME) ? "@RelatedName"
								: "defaultRelatedName",
						name, model.simpleName(), attribute);
			}
		}
	}

	private void names(DeclaredModel model, List<Reverse> reverse) {
		Set<String> known = new HashSet<>(Set.of("pk"));
		model.fields().forEach((field) -> known.add(field.name()));
		for (List<String> set : model.options().uniqueTogether()) {
			set.forEach((name) -> known(model, known, name, "uniqueTogether"));
			if (set.isEmpty()) {
				this.problems.error(model.element(), "uniqueTogether of %s names no attribute", model.simpleName());
			}
		}
		model.fields()
			.stream()
			.filter((field) -> field.relation() != null)
			.forEach((field) -> known.add(field.name() + "Id"));
		model.fields().forEach((field) -> known.add(field.attributeName()));
		model.manyToMany().forEach((relation) -> known.add(relation.name()));
		reverse.forEach((way) -> known.add(way.query()));
		model.reverse().forEach((back) -> known.add(back.name()));
		model.options().ordering().forEach((path) -> known(model, known, first(path), "ordering"));
		model.options().getLatestBy().forEach((path) -> known(model, known, first(path), "getLatestBy"));
	}

	/** The first segment of a path; whether the rest exists is known at start-up. */
	private static String first(String path) {
		String attributes = path.startsWith("-") ? path.substring(1) : path;
		return attributes.split("__", 2)[0];
	}

	private void known(DeclaredModel model, Set<String> known, String name, String option) {
		if (!known.contains(name) && !name.equals("?")) {
			this.problems.error(model.element(), "%s of %s names '%s', which is no attribute of it. Choices: %s",
					option, model.simpleName(), name, String.join(", ", known.stream().sorted().toList()));
		}
	}

	private Element place(DeclaredModel model, String attribute) {
		return this.types.allAttributes(model.element())
			.stream()
			.filter((field) -> field.getSimpleName().contentEquals(attribute))
			.findFirst()
			.map(Element.class::cast)
			.orElse(model.element());
	}

	private void error(DeclaredModel model, DeclaredField field, String message, Object... arguments) {
		this.problems.error(model.element(), place(model, field.attributeName()), message, arguments);
	}

}
