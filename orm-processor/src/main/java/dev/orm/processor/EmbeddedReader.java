package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

import dev.orm.processor.EmbeddedRecord.Component;

/**
 * Reads the columns of an embedded record: one for each component, and those of the
 * records among its components. One reader reads one attribute.
 */
final class EmbeddedReader {

	private final FieldReader fields;

	private final Problems problems;

	private final TypeElement model;

	private final VariableElement holder;

	private final boolean key;

	private final List<DeclaredField> columns = new ArrayList<>();

	/** Whether something was reported, so that the attribute has no columns at all. */
	private boolean refused;

	EmbeddedReader(FieldReader fields, Problems problems, TypeElement model, VariableElement holder) {
		this.fields = fields;
		this.problems = problems;
		this.model = model;
		this.holder = holder;
		this.key = AnnotationValues.isPresent(holder, EngineNames.ID);
	}

	List<DeclaredField> parts(TypeMirror type) {
		String attribute = this.holder.getSimpleName().toString();
		if (!isRecord(type)) {
			refuse("%s.%s is @Embedded, which needs a record without type parameters: it is %s",
					this.model.getSimpleName(), this.holder, type);
			return List.of();
		}
		boolean nullable = isNullable(this.holder) && !this.key;
		EmbeddedRecord record = record(type, Place.of(attribute, prefix(this.holder, ""), nullable), nullable);
		return this.refused ? List.of() : placed(record);
	}

	private List<DeclaredField> placed(EmbeddedRecord record) {
		List<DeclaredField> parts = new ArrayList<>();
		for (DeclaredField column : this.columns) {
			parts.add(column.in(new EmbeddedPart(this.holder, record, parts.size())));
		}
		return parts;
	}

	private EmbeddedRecord record(TypeMirror type, Place place, boolean nullable) {
		TypeElement record = (TypeElement) ((DeclaredType) type).asElement();
		List<Component> components = new ArrayList<>();
		for (VariableElement component : ModelTypes.attributes(record)) {
			component(record, component, place.in(record)).ifPresent(components::add);
		}
		if (components.isEmpty() && !this.refused) {
			refuse("%s.%s embeds %s, which has no components to be columns", this.model.getSimpleName(), this.holder,
					record.getSimpleName());
		}
		return new EmbeddedRecord(record, components, nullable);
	}

	private Optional<Component> component(TypeElement record, VariableElement component, Place place) {
		String name = component.getSimpleName().toString();
		if (!isNamed(record, component, name)) {
			return Optional.empty();
		}
		boolean nested = AnnotationValues.isPresent(component, EngineNames.EMBEDDED);
		return nested ? nested(record, component, place) : column(record, component, place);
	}

	/** Paths say where a component is by two underscores. */
	private boolean isNamed(TypeElement record, VariableElement component, String name) {
		if (name.contains("__") || name.endsWith("_")) {
			return refuse(record, component,
					"needs another name: two underscores and a last underscore mean " + "something in paths");
		}
		if (AnnotationValues.isPresent(component, EngineNames.ID)) {
			return refuse(record, component,
					"is marked @Id: mark the attribute, as in @Id @Embedded private SeatKey key, whose columns are the key");
		}
		return true;
	}

	private Optional<Component> nested(TypeElement record, VariableElement component, Place place) {
		TypeMirror type = component.asType();
		if (!isRecord(type)) {
			refuse(record, component, "is @Embedded, which needs a record without type parameters: it is " + type);
			return Optional.empty();
		}
		if (place.isIn((TypeElement) ((DeclaredType) type).asElement())) {
			refuse(record, component, "embeds a record it is part of itself");
			return Optional.empty();
		}
		boolean nullable = isNullable(component);
		if (nullable && this.key) {
			refuse(record, component, "is @Nullable, and no part of a key is ever null");
		}
		String name = component.getSimpleName().toString();
		EmbeddedRecord inner = record(type, place.at(name, prefix(component, place.prefix()), nullable), nullable);
		return Optional.of(new Component(name, type, !nullable, inner));
	}

	private Optional<Component> column(TypeElement record, VariableElement component, Place place) {
		Optional<DeclaredField> found = this.fields.field(this.model, component, this.fields.boxed(component.asType()));
		if (found.isEmpty()) {
			this.refused = true;
			return Optional.empty();
		}
		DeclaredField field = found.get();
		if (field.relation() != null) {
			refuse(record, component, "is a relation, which only a model has: make it an attribute of "
					+ this.model.getSimpleName() + (this.key ? ", one of several @Id" : ""));
			return Optional.empty();
		}
		boolean required = !field.is("NULLABLE");
		if (!required && this.key) {
			refuse(record, component, "is @Nullable, and no part of a key is ever null");
		}
		String name = component.getSimpleName().toString();
		this.columns.add(new DeclaredField(place.path() + "__" + name, field.type(), component, field.attribute(),
				field.column().named(place.prefix() + field.column().name()).flags(flags(field, place)), null));
		return Optional.of(new Component(name, component.asType(), required, null));
	}

	private List<String> flags(DeclaredField field, Place place) {
		List<String> flags = new ArrayList<>(field.column().flags());
		if (this.key) {
			flags.add("PRIMARY_KEY");
		}
		if (place.nullable() && !flags.contains("NULLABLE")) {
			flags.add("NULLABLE");
		}
		return flags;
	}

	/** What stands before the names of columns, those of records around included. */
	private static String prefix(VariableElement embedded, String around) {
		String prefix = AnnotationValues.find(embedded, EngineNames.EMBEDDED).orElseThrow().text("prefix");
		return around + prefix.replace("{attribute}", NamingRules.snakeCase(embedded.getSimpleName().toString()));
	}

	static boolean isRecord(TypeMirror type) {
		return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.RECORD
				&& declared.getTypeArguments().isEmpty();
	}

	private static boolean isNullable(VariableElement embedded) {
		return AnnotationValues.hasSimpleName(embedded, "Nullable")
				|| AnnotationValues.hasSimpleName(embedded.asType(), "Nullable");
	}

	private boolean refuse(TypeElement record, VariableElement component, String what) {
		refuse("%s.%s embeds %s, whose component %s %s", this.model.getSimpleName(), this.holder,
				record.getSimpleName(), component, what);
		return false;
	}

	private void refuse(String message, Object... arguments) {
		this.refused = true;
		this.problems.error(this.model, this.holder, message, arguments);
	}

	/**
	 * Where a record is in its model.
	 *
	 * @param path its path from the model
	 * @param prefix what stands before the names of its columns
	 * @param nullable whether it, or one around it, may be null
	 * @param records the records it is in, itself included
	 */
	private record Place(String path, String prefix, boolean nullable, List<TypeElement> records) {

		static Place of(String attribute, String prefix, boolean nullable) {
			return new Place(attribute, prefix, nullable, List.of());
		}

		Place at(String component, String innerPrefix, boolean innerNullable) {
			return new Place(this.path + "__" + component, innerPrefix, this.nullable || innerNullable, this.records);
		}

		Place in(TypeElement record) {
			List<TypeElement> all = new ArrayList<>(this.records);
			all.add(record);
			return new Place(this.path, this.prefix, this.nullable, List.copyOf(all));
		}

		boolean isIn(TypeElement record) {
			return this.records.contains(record);
		}

	}

}
