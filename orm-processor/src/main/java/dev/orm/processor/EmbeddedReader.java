package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the columns of an embedded record: one for each component. */
final class EmbeddedReader {

	private final FieldReader fields;

	private final Problems problems;

	EmbeddedReader(FieldReader fields, Problems problems) {
		this.fields = fields;
		this.problems = problems;
	}

	List<DeclaredField> parts(TypeElement model, VariableElement holder, TypeMirror type) {
		if (!(type instanceof DeclaredType declared) || declared.asElement().getKind() != ElementKind.RECORD
				|| !declared.getTypeArguments().isEmpty()) {
			this.problems.error(model, holder,
					"%s.%s is @Embedded, which needs a record without type parameters: it is %s", model.getSimpleName(),
					holder, type);
			return List.of();
		}
		TypeElement record = (TypeElement) declared.asElement();
		List<DeclaredField> parts = new ArrayList<>();
		for (VariableElement component : ElementFilter.fieldsIn(record.getEnclosedElements())) {
			if (!component.getModifiers().contains(Modifier.STATIC)) {
				part(model, holder, record, component, parts.size()).ifPresent(parts::add);
			}
		}
		return parts;
	}

	private Optional<DeclaredField> part(TypeElement model, VariableElement holder, TypeElement record,
			VariableElement component, int place) {
		if (AnnotationValues.isPresent(component, EngineNames.EMBEDDED)) {
			this.problems.error(model, holder,
					"%s.%s embeds %s, whose component %s is embedded itself: that is not done yet",
					model.getSimpleName(), holder, record.getSimpleName(), component);
			return Optional.empty();
		}
		return this.fields.field(model, component, this.fields.boxed(component.asType())).flatMap((field) -> {
			if (field.relation() != null || AnnotationValues.isPresent(holder, EngineNames.ID)) {
				this.problems.error(model, holder,
						"%s.%s embeds %s, which cannot be a key and cannot hold relations yet: make them attributes of %s",
						model.getSimpleName(), holder, record.getSimpleName(), model.getSimpleName());
				return Optional.empty();
			}
			return Optional.of(placed(field, holder, record, component, place));
		});
	}

	private static DeclaredField placed(DeclaredField field, VariableElement holder, TypeElement record,
			VariableElement component, int place) {
		String attribute = holder.getSimpleName().toString();
		String prefix = AnnotationValues.find(holder, EngineNames.EMBEDDED).orElseThrow().text("prefix");
		String column = (prefix.isEmpty() ? NamingRules.snakeCase(attribute) + "_" : prefix) + field.column().name();
		List<String> flags = new ArrayList<>(field.column().flags());
		boolean required = !flags.contains("NULLABLE");
		if (required && isNullable(holder)) {
			flags.add("NULLABLE");
		}
		EmbeddedPart part = new EmbeddedPart(holder, record, place, component.getSimpleName().toString(),
				component.asType(), required);
		return new DeclaredField(attribute + "__" + part.component(), field.type(), component, field.attribute(),
				field.column().named(column).flags(flags), null, part);
	}

	private static boolean isNullable(VariableElement holder) {
		return AnnotationValues.hasSimpleName(holder, "Nullable")
				|| AnnotationValues.hasSimpleName(holder.asType(), "Nullable");
	}

}
