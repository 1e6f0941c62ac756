package dev.orm.processor;

import java.util.List;
import java.util.stream.Collectors;

import javax.lang.model.element.TypeElement;

/** Writes the paths to the columns of an embedded record: a class within the model's. */
final class EmbeddedPathWriter {

	private final GeneratedClass target;

	private final String attribute;

	private final String record;

	private final List<DeclaredField> parts;

	EmbeddedPathWriter(GeneratedClass target, String attribute, TypeElement record, List<DeclaredField> parts) {
		this.target = target;
		this.attribute = attribute;
		this.record = TypeText.name(record);
		this.parts = parts;
	}

	void write() {
		String name = NamingRules.upperCamelCase(this.attribute);
		documented("\t", "Columns of {@code " + this.attribute + "}.");
		this.target.line("\tpublic final %s<R> %s = new %s<>(path(\"%s\"));", name, this.attribute, name,
				this.attribute);
		documented("\t", "Columns of {@code " + this.attribute + "}.", "", "@param <R> the root model");
		this.target.line("\tpublic static final class %s<R extends %s> {", name, EngineNames.MODEL);
		this.parts.forEach(this::column);
		constructor(name);
		eq();
		isNull();
		assignments("set");
		assignments("is");
		this.target.line("");
		this.target.line("\t}");
	}

	private void documented(String indent, String... lines) {
		this.target.line("");
		this.target.line("%s/**", indent);
		for (String line : lines) {
			this.target.line("%s *%s%s", indent, line.isEmpty() ? "" : " ", line);
		}
		this.target.line("%s */", indent);
	}

	private static String component(DeclaredField part) {
		return (part.part() != null) ? part.part().component() : part.name();
	}

	private void column(DeclaredField part) {
		String arguments = part.attribute()
			.arguments()
			.stream()
			.map((argument) -> ", " + TypeText.of(argument))
			.collect(Collectors.joining());
		documented("\t\t", "Column {@code " + part.column().name() + "}.");
		this.target.line("\t\tpublic final %s.%s<R%s> %s;", EngineNames.PATH_PACKAGE, part.attribute().columnClass(),
				arguments, component(part));
	}

	private void constructor(String name) {
		this.target.line("");
		this.target.line("\t\t%s(java.lang.String path) {", name);
		this.parts.forEach((part) -> this.target.line("\t\t\tthis.%s = new %s.%s<>(path + \"__%s\");", component(part),
				EngineNames.PATH_PACKAGE, part.attribute().columnClass(), component(part)));
		this.target.line("\t\t}");
	}

	private void eq() {
		documented("\t\t", "Compare all columns.", "@param value a record; null for one that is not there",
				"@return a condition");
		this.target.line("\t\tpublic %s<R> eq(%s value) {", EngineNames.CONDITION, this.record);
		this.target.line("\t\t\treturn (value == null) ? isNull() : %s;",
				all(this.parts.stream().map(EmbeddedPathWriter::same).toList()));
		this.target.line("\t\t}");
	}

	private static String same(DeclaredField part) {
		String name = component(part);
		if (part.part() != null && part.part().type().getKind().isPrimitive()) {
			return "this.%s.eq(value.%s())".formatted(name, name);
		}
		return "((value.%s() != null) ? this.%s.eq(value.%s()) : this.%s.isNull())".formatted(name, name, name, name);
	}

	private void isNull() {
		documented("\t\t", "Ask for rows without a record.", "@return a condition");
		this.target.line("\t\tpublic %s<R> isNull() {", EngineNames.CONDITION);
		this.target.line("\t\t\treturn %s;",
				all(this.parts.stream().map((part) -> "this." + component(part) + ".isNull()").toList()));
		this.target.line("\t\t}");
	}

	private static String all(List<String> conditions) {
		return String.join(".and(", conditions) + ")".repeat(conditions.size() - 1);
	}

	/** One assignment for each column, as the only argument of what takes several. */
	private void assignments(String method) {
		documented("\t\t", "Assign all columns: the only argument of {@code update} or {@code create}.",
				"@param value a record; null for none", "@return one assignment for each column");
		this.target.line("\t\tpublic %s<R>[] %s(%s value) {", EngineNames.ASSIGNMENT, method, this.record);
		String all = this.parts.stream()
			.map((part) -> "this.%s.%s((value != null) ? value.%s() : null)".formatted(component(part), method,
					component(part)))
			.collect(Collectors.joining(", "));
		this.target.line("\t\t\treturn new %s[] { %s };", EngineNames.ASSIGNMENT, all);
		this.target.line("\t\t}");
	}

}
