package dev.orm.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@code X$$Binding}: creates instances, reads rows, gets and sets fields by
 * index, without reflection. One for each model.
 */
final class BindingWriter {

	private final ModelTypes types;

	private final GeneratedClass target;

	private final DeclaredModel model;

	private final Deferral deferral;

	private final String deferredName;

	private final MetaWriter metaWriter;

	/** By field index; the link to a parent has none. */
	private final Map<Integer, FieldAccess> access = new LinkedHashMap<>();

	/** By field index, for the parts of embedded records. */
	private final Map<Integer, EmbeddedAccess> embedded = new LinkedHashMap<>();

	private final List<FieldAccess> manyToManyAccess = new ArrayList<>();

	private final List<FieldAccess> reverseAccess = new ArrayList<>();

	BindingWriter(ModelTypes types, GeneratedNames names, DeclaredModel model, Deferral deferral,
			List<ExecutableElement> metaMethods) {
		this.types = types;
		this.model = model;
		this.deferral = deferral;
		this.deferredName = names.flatName(model.element(), "$$Deferred");
		this.target = new GeneratedClass(model, types.packageOf(model.element()),
				names.flatName(model.element(), "$$Binding"));
		for (int i = 0; i < model.fields().size(); i++) {
			DeclaredField field = model.fields().get(i);
			VariableElement variable = field.variable();
			if (field.part() != null) {
				embedded(i, field, field.part());
			}
			else if (variable != null) {
				this.access.put(i, new FieldAccess(variable, field.type(), this.target, types));
			}
		}
		this.metaWriter = new MetaWriter(this.target, metaMethods);
		model.manyToMany().forEach((relation) -> this.manyToManyAccess.add(handle(relation.variable())));
		model.reverse().forEach((relation) -> this.reverseAccess.add(handle(relation.variable())));
	}

	private void embedded(int index, DeclaredField field, EmbeddedPart part) {
		EmbeddedAccess known = this.embedded.get(index - part.place());
		EmbeddedAccess access = (known != null) ? known : access(index, part);
		access.add(field);
		this.embedded.put(index, access);
	}

	private EmbeddedAccess access(int index, EmbeddedPart part) {
		return part.isGeneric()
				? new GenericAccess(handle(part.holder()), part, index,
						TypeText.of(this.model.fields().get(index + 1).type()))
				: new EmbeddedAccess(handle(part.holder()), part, index);
	}

	private List<GenericAccess> generics() {
		return records().stream().filter(GenericAccess.class::isInstance).map(GenericAccess.class::cast).toList();
	}

	private Set<EmbeddedAccess> records() {
		return new LinkedHashSet<>(this.embedded.values());
	}

	private FieldAccess handle(VariableElement variable) {
		return new FieldAccess(variable, this.types.typeIn(this.model.element(), variable), this.target, this.types);
	}

	GeneratedClass write() {
		this.target.line("/** Binds {@link %s} to its columns. */", this.target.modelName());
		this.target.annotations(this.types);
		this.target.line("final class %s extends %s<%s>%s {", this.target.simpleName(), EngineNames.ENTITY_BINDING,
				this.target.modelName(), this.metaWriter.declaring());
		new DescriptionWriter(this.types, this.target).write();
		handles();
		describe();
		instances();
		readAll();
		readOne();
		get();
		set();
		records().forEach((record) -> record.methods(this.target, this::boxed));
		records().stream()
			.filter((record) -> record.isKey() && record.size() == ids())
			.findFirst()
			.ifPresent(this::key);
		new HandleWriter(this.target, this.model, this.access, generics(), this.manyToManyAccess, this.reverseAccess)
			.write();
		this.metaWriter.write();
		new LifecycleWriter(this.types, this.target, this.model).write();
		handleLookup();
		this.target.line("");
		this.target.line("}");
		return this.target;
	}

	private List<FieldAccess> indirect() {
		List<FieldAccess> all = new ArrayList<>(this.access.values());
		records().forEach((record) -> all.add(record.holder()));
		all.addAll(this.manyToManyAccess);
		all.addAll(this.reverseAccess);
		return all.stream().filter((field) -> !field.isDirect()).toList();
	}

	private void handles() {
		for (FieldAccess field : indirect()) {
			this.target.line("");
			this.target.line("\t%s", field.declaration("java.lang.invoke.VarHandle"));
		}
	}

	private void handleLookup() {
		if (indirect().isEmpty()) {
			return;
		}
		String handles = "java.lang.invoke.MethodHandles";
		this.target
			.method("private static java.lang.invoke.VarHandle handle(java.lang.Class<?> owner, java.lang.String name, "
					+ "java.lang.Class<?> type)");
		this.target.line("\t\ttry {");
		this.target.line("\t\t\treturn %s.privateLookupIn(owner, %s.lookup()).findVarHandle(owner, name, type);",
				handles, handles);
		this.target.line("\t\t}");
		this.target.line("\t\tcatch (java.lang.ReflectiveOperationException ex) {");
		this.target.line(
				"\t\t\tthrow new java.lang.IllegalStateException(\"Cannot reach \" + owner.getName() + \".\" + name, ex);");
		this.target.line("\t\t}");
		this.target.end();
	}

	private void describe() {
		this.target.answer("public " + EngineNames.MODEL_DESCRIPTION + " describe()", "DESCRIPTION");
	}

	private void instances() {
		this.target.override("public %s newInstance()", this.target.modelName());
		this.target.line("\t\treturn new %s();", this.target.modelName());
		this.target.end();
		this.target.override("public %s newDeferred()", this.target.modelName());
		if (this.deferral.extendable()) {
			this.target.line("\t\treturn new %s();", this.deferredName);
		}
		else {
			this.target.line(
					"\t\tthrow new java.lang.UnsupportedOperationException(\"%s is final or sealed: its fields cannot be "
							+ "deferred, so only() and defer() do not apply\");",
					this.model.simpleName());
		}
		this.target.end();
		this.target.answer("public boolean isDeferrable(int field)", deferrable());
	}

	private String deferrable() {
		if (this.deferral.fields().isEmpty()) {
			return "false";
		}
		String cases = this.deferral.fields().stream().map(String::valueOf).collect(Collectors.joining(", "));
		return "switch (field) {\n\t\t\tcase %s -> true;\n\t\t\tdefault -> false;\n\t\t}".formatted(cases);
	}

	private void readAll() {
		this.target.override("public void read(%s target, %s row, %s[] types, int column)", this.target.modelName(),
				EngineNames.ROW_READER, EngineNames.VALUE_TYPE);
		for (int i = 0; i < this.model.fields().size(); i++) {
			FieldAccess field = this.access.get(i);
			EmbeddedAccess record = this.embedded.get(i);
			if (field != null) {
				this.target.line("\t\t%s;", field.set("target", readingAt(i)));
			}
			else if (record != null) {
				this.target.line("\t\t%s", record.readAll(i, this::readingAt));
			}
		}
		this.target.end();
	}

	private void readOne() {
		this.target.override("public void read(%s target, %s row, %s[] types, int field, int column)",
				this.target.modelName(), EngineNames.ROW_READER, EngineNames.VALUE_TYPE);
		cases((index) -> {
			EmbeddedAccess record = this.embedded.get(index);
			if (record != null) {
				return record.set(index, "target", reading(index, "column")) + ";";
			}
			FieldAccess field = this.access.get(index);
			return (field != null) ? field.set("target", reading(index, "column")) + ";" : parentLinkComment();
		});
		this.target.end();
	}

	private String readingAt(int index) {
		return reading(index, (index == 0) ? "column" : "column + " + index);
	}

	private static String parentLinkComment() {
		return "{\n\t\t\t\t// The link to the parent is the inherited key\n\t\t\t}";
	}

	/** The expression that reads a field of the current row. */
	private String reading(int index, String column) {
		DeclaredField field = this.model.fields().get(index);
		String format = isReadDirectly(field) ? field.attribute().reading() : "";
		DeclaredRelation relation = field.relation();
		if (relation != null) {
			String key = format.isEmpty() ? "row.get(%s, types[%d])".formatted(column, index)
					: format.formatted(column);
			return "%s.<%s>loaded(target, %d, %s)".formatted(
					relation.oneToOne() ? EngineNames.ONE_TO_ONE : EngineNames.FOREIGN_KEY,
					TypeText.name(relation.target()), index, key);
		}
		return format.isEmpty() ? "(%s) row.get(%s, types[%d])".formatted(boxed(field.type()), column, index)
				: format.formatted(column);
	}

	/**
	 * A column of a named type may be of the application's own, which only its codec can
	 * read.
	 */
	private static boolean isReadDirectly(DeclaredField field) {
		return field.column().type().isEmpty() || field.type().getKind().isPrimitive();
	}

	private String boxed(TypeMirror type) {
		return TypeText.of(boxedType(type));
	}

	private TypeMirror boxedType(TypeMirror type) {
		return type.getKind().isPrimitive() ? this.types.types().boxedClass((PrimitiveType) type).asType() : type;
	}

	private void get() {
		this.target.override("public java.lang.Object get(%s instance, int field)", this.target.modelName());
		this.target.line("\t\treturn switch (field) {");
		for (int i = 0; i < this.model.fields().size(); i++) {
			this.target.line("\t\t\tcase %d -> %s;", i, getting(i));
		}
		this.target.line("\t\t\tdefault -> throw unknown(field);");
		this.target.line("\t\t};");
		this.target.end();
		this.target.method("private static java.lang.IndexOutOfBoundsException unknown(int field)");
		this.target.line("\t\treturn new java.lang.IndexOutOfBoundsException(\"%s has no field \" + field);",
				this.model.simpleName());
		this.target.end();
	}

	private String getting(int index) {
		EmbeddedAccess record = this.embedded.get(index);
		if (record != null) {
			return record.get(index, "instance");
		}
		FieldAccess field = this.access.get(index);
		if (field != null) {
			return field.get("instance");
		}
		DeclaredRelation link = parentLink(index);
		return "%s.<%s>loaded(instance, %d, %s)".formatted(EngineNames.ONE_TO_ONE, TypeText.name(link.target()), index,
				key(link.parentKey()));
	}

	private DeclaredRelation parentLink(int index) {
		DeclaredRelation relation = this.model.fields().get(index).relation();
		if (relation == null) {
			throw new IllegalStateException("Field " + index + " of " + this.model.name() + " has no Java field");
		}
		return relation;
	}

	/** The value of the key a child shares with its parent. */
	private String key(int index) {
		EmbeddedAccess record = this.embedded.get(index);
		if (record != null) {
			return record.get(index, "instance");
		}
		FieldAccess field = this.access.get(index);
		if (field == null) {
			return key(parentLink(index).parentKey());
		}
		String value = field.get("instance");
		if (this.model.fields().get(index).relation() != null) {
			return "(%s != null) ? (%s).id() : null".formatted(value, value);
		}
		return value;
	}

	private void set() {
		this.target.override("public void set(%s instance, int field, java.lang.Object value)",
				this.target.modelName());
		cases((index) -> {
			EmbeddedAccess record = this.embedded.get(index);
			if (record != null) {
				return record.set(index, "instance", "value") + ";";
			}
			FieldAccess field = this.access.get(index);
			return (field != null) ? setting(field, this.model.fields().get(index).type()) + ";" : parentLinkComment();
		});
		this.target.end();
	}

	private String setting(FieldAccess field, TypeMirror type) {
		if (!type.getKind().isPrimitive()) {
			return field.setUnchecked("instance", "value");
		}
		String zero = (type.getKind() == TypeKind.BOOLEAN) ? "false" : "0";
		return field.set("instance", "(value != null) ? (%s) value : %s".formatted(boxed(type), zero));
	}

	/** The number of columns whose attributes are keys. */
	private long ids() {
		return this.model.fields().stream().filter((field) -> isId(field.holder())).count();
	}

	private static boolean isId(@Nullable VariableElement attribute) {
		return attribute != null && AnnotationValues.isPresent(attribute, EngineNames.ID);
	}

	/** A record that is given for a key is taken apart. */
	private void key(EmbeddedAccess record) {
		this.target.answer("public java.lang.Object key(java.lang.Object given)",
				"(%s) ? %s : given".formatted(record.isInstance("given"), record.key("given")));
	}

	private void cases(IntFunction<String> statement) {
		this.target.line("\t\tswitch (field) {");
		for (int i = 0; i < this.model.fields().size(); i++) {
			this.target.line("\t\t\tcase %d -> %s", i, statement.apply(i));
		}
		this.target.line("\t\t\tdefault -> throw unknown(field);");
		this.target.line("\t\t}");
	}

}
