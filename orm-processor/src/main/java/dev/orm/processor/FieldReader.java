package dev.orm.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

import dev.orm.processor.DeclaredField.ColumnOptions;
import org.jspecify.annotations.Nullable;

/** Reads the attributes of a model class: columns, relations, many-to-many relations. */
final class FieldReader {

	private final ModelTypes types;

	private final AttributeTypes attributeTypes;

	private final RelationReader relations;

	private final ReverseHandles reverseHandles;

	private final Problems problems;

	private final GenericKeys genericKeys;

	FieldReader(ModelTypes types, TableNames tables, Problems problems) {
		this.types = types;
		this.attributeTypes = new AttributeTypes(types.types());
		this.relations = new RelationReader(types, tables, problems);
		this.reverseHandles = new ReverseHandles(types, problems);
		this.problems = problems;
		this.genericKeys = new GenericKeys(types, this.attributeTypes, problems);
	}

	Fields read(TypeElement model, DeclaredTable table, List<TypeElement> levels) {
		Map<String, DeclaredField> fields = new LinkedHashMap<>();
		List<DeclaredManyToMany> manyToMany = new ArrayList<>();
		List<DeclaredReverse> reverse = new ArrayList<>();
		for (TypeElement level : levels) {
			for (VariableElement variable : ModelTypes.attributes(level)) {
				TypeMirror type = this.types.typeIn(model, variable);
				if (ModelTypes.isHandle(type, EngineNames.MANY_TO_MANY)) {
					this.relations.manyToMany(model, table, variable, type).ifPresent(manyToMany::add);
				}
				else if (AnnotationValues.isPresent(variable, EngineNames.EMBEDDED)) {
					new EmbeddedReader(this, this.problems, model, variable).parts(type)
						.forEach((field) -> fields.put(field.name(), field));
				}
				else if (GenericKeys.isKey(type)) {
					this.genericKeys.parts(model, variable, type, isNullable(variable, Optional.empty()))
						.forEach((field) -> fields.put(field.name(), field));
				}
				else if (ReverseHandles.isHandle(type)) {
					this.reverseHandles.read(model, level, variable, type).ifPresent(reverse::add);
				}
				else {
					field(model, variable, type).ifPresent((field) -> fields.put(field.name(), field));
				}
			}
		}
		return new Fields(keyFlags(fields.values()), manyToMany, reverse);
	}

	TypeMirror boxed(TypeMirror type) {
		return this.attributeTypes.boxed(type);
	}

	Optional<DeclaredField> field(TypeElement model, VariableElement variable, TypeMirror type) {
		if (ModelTypes.isUnresolved(type)) {
			return Optional.empty();
		}
		if (ModelTypes.isHandle(type, EngineNames.FOREIGN_KEY) || ModelTypes.isHandle(type, EngineNames.ONE_TO_ONE)) {
			return this.relations.toOne(model, variable, type)
				.flatMap((relation) -> relation(model, variable, type, relation));
		}
		return attribute(variable, type)
			.map((attribute) -> new DeclaredField(variable.getSimpleName().toString(), type, variable, attribute,
					column(variable, type, false), null))
			.or(() -> unsupported(model, variable, type));
	}

	private Optional<DeclaredField> relation(TypeElement model, VariableElement variable, TypeMirror type,
			DeclaredRelation relation) {
		TypeMirror key = this.types.keyType(relation.target(), relation.toField());
		if (key == null) {
			this.relations.explainMissingKey(model, variable, relation);
			return Optional.empty();
		}
		String reading = this.attributeTypes.of(this.attributeTypes.boxed(key)).map(AttributeType::reading).orElse("");
		AttributeType attribute = new AttributeType("RelationColumn",
				List.of(relation.target().asType(), this.attributeTypes.boxed(key)), reading);
		return Optional.of(new DeclaredField(variable.getSimpleName().toString(), type, variable, attribute,
				column(variable, type, true), relation));
	}

	private Optional<AttributeType> attribute(VariableElement variable, TypeMirror type) {
		String columnType = AnnotationValues.find(variable, EngineNames.COLUMN)
			.map((column) -> column.text("type"))
			.orElse("");
		if (AnnotationValues.isPresent(variable, EngineNames.JSON) || columnType.startsWith("json")) {
			return Optional.of(this.attributeTypes.json(type));
		}
		if (columnType.equalsIgnoreCase("hstore")) {
			return this.attributeTypes.hstore(type);
		}
		Optional<AttributeType> known = this.attributeTypes.of(type);
		boolean natural = columnType.isEmpty() && !AnnotationValues.isMarked(variable, EngineNames.FIELD_TYPE);
		return (natural || known.isPresent()) ? known : Optional.of(this.attributeTypes.custom(type));
	}

	private Optional<DeclaredField> unsupported(TypeElement model, VariableElement variable, TypeMirror type) {
		this.problems.error(model, variable,
				"Attribute %s.%s has type %s, which cannot be a column. Supported: %s. "
						+ "Mark the field transient or static if it is none",
				model.getSimpleName(), variable, type, AttributeTypes.SUPPORTED);
		return Optional.empty();
	}

	private ColumnOptions column(VariableElement variable, TypeMirror type, boolean relation) {
		String name = NamingRules.snakeCase(variable.getSimpleName().toString()) + (relation ? "_id" : "");
		Optional<AttributeType> attribute = relation ? Optional.empty() : attribute(variable, type);
		return ColumnReader.read(variable, name, attribute, flags(variable, type));
	}

	private List<String> flags(VariableElement variable, TypeMirror type) {
		FlagList flags = new FlagList();
		Optional<AnnotationValues> column = AnnotationValues.find(variable, EngineNames.COLUMN);
		keys(flags, variable, type, column);
		automatic(flags, variable);
		values(flags, variable, column);
		reference(flags, variable);
		flags.add("SENSITIVE", AnnotationValues.isPresent(variable, EngineNames.SENSITIVE));
		flags.add("SLUG", AnnotationValues.isPresent(variable, EngineNames.SLUG));
		flags.add("POSITION", AnnotationValues.isPresent(variable, EngineNames.POSITION));
		flags.add("JSON",
				attribute(variable, type).filter((any) -> any.columnClass().equals("JsonColumn")).isPresent());
		return flags.names;
	}

	private static void keys(FlagList flags, VariableElement variable, TypeMirror type,
			Optional<AnnotationValues> column) {
		boolean key = AnnotationValues.isPresent(variable, EngineNames.ID);
		flags.add("NULLABLE", !key && !type.getKind().isPrimitive() && isNullable(variable, column));
		flags.add("PRIMARY_KEY", key);
		flags.add("UNIQUE", ModelTypes.isHandle(type, EngineNames.ONE_TO_ONE)
				|| column.filter((values) -> values.flag("unique")).isPresent());
		boolean slug = AnnotationValues.isPresent(variable, EngineNames.SLUG);
		boolean unique = column.filter((values) -> values.flag("unique")).isPresent();
		flags.add("INDEX", (slug && !unique) || column.filter((values) -> values.flag("index")).isPresent());
	}

	/** What is set by itself, and whose row it is. */
	private static void automatic(FlagList flags, VariableElement variable) {
		flags.add("AUTO_NOW", AnnotationValues.isPresent(variable, EngineNames.AUTO_NOW));
		flags.add("AUTO_NOW_ADD", AnnotationValues.isPresent(variable, EngineNames.AUTO_NOW_ADD));
		flags.add("VERSION", AnnotationValues.isPresent(variable, EngineNames.VERSION));
		flags.add("DELETED_AT", AnnotationValues.isPresent(variable, EngineNames.SOFT_DELETE));
		flags.add("DELETED_BY", AnnotationValues.isPresent(variable, EngineNames.DELETED_BY));
		Optional<AnnotationValues> tenant = AnnotationValues.find(variable, EngineNames.TENANT_ID);
		flags.add("TENANT", tenant.isPresent());
		flags.add("TENANT_UNGUARDED", tenant.filter((values) -> !values.flag("rowLevelSecurity")).isPresent());
	}

	/** Which values there may be. */
	private static void values(FlagList flags, VariableElement variable, Optional<AnnotationValues> column) {
		flags.add("POSITIVE", AnnotationValues.hasSimpleName(variable, "Positive", "PositiveOrZero")
				|| AnnotationValues.hasSimpleName(variable.asType(), "Positive", "PositiveOrZero"));
		flags.add("TYPED", AnnotationValues.isMarked(variable, EngineNames.FIELD_TYPE));
		flags.add("CHECKED", column.filter((values) -> values.flag("checked")).isPresent());
		flags.add("NOT_EDITABLE",
				AnnotationValues.find(variable, EngineNames.EDITABLE)
					.filter((values) -> !values.flag("value"))
					.isPresent());
	}

	private static void reference(FlagList flags, VariableElement variable) {
		Optional<AnnotationValues> reference = AnnotationValues.find(variable, EngineNames.REFERENCE);
		flags.add("UNCONSTRAINED", reference.filter((values) -> !values.flag("constraint")).isPresent());
		flags.add("UNDEFERRED", reference.filter((values) -> !values.flag("deferred")).isPresent());
		flags.add("UNINDEXED", reference.filter((values) -> !values.flag("index")).isPresent());
	}

	private static boolean isNullable(VariableElement variable, Optional<AnnotationValues> column) {
		if (column.filter((values) -> values.flag("nullable")).isPresent()
				|| AnnotationValues.isPresent(variable, EngineNames.SOFT_DELETE)
				|| AnnotationValues.isPresent(variable, EngineNames.DELETED_BY)) {
			return true;
		}
		boolean marked = AnnotationValues.hasSimpleName(variable, "Nullable")
				|| AnnotationValues.hasSimpleName(variable.asType(), "Nullable");
		return marked && !isGenerated(variable, column);
	}

	/**
	 * There is no value before the first save, which is what {@code @Nullable} says of
	 * such a field.
	 */
	private static boolean isGenerated(VariableElement variable, Optional<AnnotationValues> column) {
		return column.filter((values) -> !values.text("dbDefault").isEmpty()).isPresent()
				|| AnnotationValues.isPresent(variable, EngineNames.AUTO_NOW)
				|| AnnotationValues.isPresent(variable, EngineNames.AUTO_NOW_ADD);
	}

	/** Who makes the key depends on whether there is one or several. */
	private static List<DeclaredField> keyFlags(Iterable<DeclaredField> fields) {
		List<DeclaredField> all = new ArrayList<>();
		fields.forEach(all::add);
		boolean single = all.stream().filter((field) -> field.is("PRIMARY_KEY")).count() == 1;
		return all.stream().map((field) -> field.is("PRIMARY_KEY") ? key(field, single) : field).toList();
	}

	private static DeclaredField key(DeclaredField field, boolean single) {
		VariableElement holder = field.holder();
		String generated = (holder != null)
				? AnnotationValues.find(holder, EngineNames.ID).map((id) -> id.constant("generated")).orElse("") : "";
		String flag = generatedFlag(generated, single && isInteger(field));
		if (flag == null) {
			return field;
		}
		List<String> flags = new ArrayList<>(field.column().flags());
		flags.add(flag);
		return new DeclaredField(field.name(), field.type(), field.variable(), field.attribute(),
				field.column().flags(flags), field.relation(), field.part());
	}

	private static @Nullable String generatedFlag(String generated, boolean identityByDefault) {
		return switch (generated) {
			case "IDENTITY" -> "IDENTITY";
			case "UUID" -> "UUID_KEY";
			case "ASSIGNED" -> null;
			default -> identityByDefault ? "IDENTITY" : null;
		};
	}

	private static boolean isInteger(DeclaredField field) {
		String reading = field.attribute().reading();
		return field.relation() == null
				&& (reading.contains("getLong") || reading.contains("getInt") || reading.contains("getShort"));
	}

	/**
	 * The attributes of a class.
	 *
	 * @param fields those with a column
	 * @param manyToMany many-to-many relations
	 * @param reverse the handles of ways back
	 */
	record Fields(List<DeclaredField> fields, List<DeclaredManyToMany> manyToMany, List<DeclaredReverse> reverse) {

	}

	/** Names of flags that hold. */
	private static final class FlagList {

		private final List<String> names = new ArrayList<>();

		void add(String name, boolean holds) {
			if (holds) {
				this.names.add(name);
			}
		}

	}

}
