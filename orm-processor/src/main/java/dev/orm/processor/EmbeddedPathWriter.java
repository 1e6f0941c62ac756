package dev.orm.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.orm.processor.EmbeddedRecord.Component;
import org.jspecify.annotations.Nullable;

/**
 * Writes the paths to the columns of an embedded record: a class within the model's, and
 * one for each record among its components.
 */
final class EmbeddedPathWriter {

	private final GeneratedClass target;

	private final String name;

	private final String path;

	private final EmbeddedRecord record;

	private final List<DeclaredField> columns;

	/**
	 * Create a writer.
	 * @param target the model's class
	 * @param path the path from the model
	 * @param record the record
	 * @param columns its columns
	 */
	EmbeddedPathWriter(GeneratedClass target, String path, EmbeddedRecord record, List<DeclaredField> columns) {
		this.target = target;
		this.path = path;
		this.name = className(path);
		this.record = record;
		this.columns = columns;
	}

	/** The class of a record in a record is named after both. */
	private static String className(String path) {
		return Arrays.stream(path.split("__")).map(NamingRules::upperCamelCase).collect(Collectors.joining("_"));
	}

	/** Write the field of the model's path that leads here, and the classes. */
	void write() {
		documented("\t", "Columns of {@code " + this.path + "}.");
		this.target.line("\tpublic final %s<R> %s = new %s<>(path(\"%s\"));", this.name, this.path, this.name,
				this.path);
		type();
	}

	private void type() {
		documented("\t", "Columns of {@code " + this.path.replace("__", ".") + "}.", "", "@param <R> the root model");
		this.target.line("\tpublic static final class %s<R extends %s> {", this.name, EngineNames.MODEL);
		List<Part> parts = parts();
		parts.forEach(this::component);
		constructor(parts);
		eq(parts);
		isNull(parts);
		assignments(parts, "set");
		assignments(parts, "is");
		this.target.line("");
		this.target.end();
		parts.stream().map(Part::inner).filter(Objects::nonNull).forEach(EmbeddedPathWriter::type);
	}

	private List<Part> parts() {
		List<Part> parts = new ArrayList<>();
		int place = 0;
		for (Component component : this.record.components()) {
			List<DeclaredField> own = this.columns.subList(place, place + component.size());
			EmbeddedRecord inner = component.record();
			parts.add(new Part(component, own.get(0), (inner == null) ? null
					: new EmbeddedPathWriter(this.target, this.path + "__" + component.name(), inner, own)));
			place += component.size();
		}
		return parts;
	}

	private void documented(String indent, String... lines) {
		this.target.line("");
		this.target.line("%s/**", indent);
		for (String line : lines) {
			this.target.line("%s *%s%s", indent, line.isEmpty() ? "" : " ", line);
		}
		this.target.line("%s */", indent);
	}

	private void component(Part part) {
		documented("\t\t", part.what());
		this.target.line("\t\tpublic final %s %s;", part.type(), part.name());
	}

	private void constructor(List<Part> parts) {
		this.target.line("");
		method("%s(java.lang.String path)".formatted(this.name), parts.stream()
			.map((part) -> "this.%s = new %s<>(path + \"__%s\");".formatted(part.name(), part.typeName(), part.name()))
			.toList());
	}

	private void eq(List<Part> parts) {
		documented("\t\t", "Compare all columns.", "@param value a record; null for one that is not there",
				"@return a condition");
		method("public %s<R> eq(%s value)".formatted(EngineNames.CONDITION, recordName()),
				List.of("return (value == null) ? isNull() : %s;".formatted(all(parts, Part::same))));
	}

	private void isNull(List<Part> parts) {
		documented("\t\t", "Ask for rows without a record.", "@return a condition");
		method("public %s<R> isNull()".formatted(EngineNames.CONDITION),
				List.of("return %s;".formatted(all(parts, (part) -> "this." + part.name() + ".isNull()"))));
	}

	private static String all(List<Part> parts, Function<Part, String> condition) {
		return parts.stream().map(condition).collect(Collectors.joining(".and(")) + ")".repeat(parts.size() - 1);
	}

	/** One assignment for each column, as the only argument of what takes several. */
	private void assignments(List<Part> parts, String method) {
		documented("\t\t", "Assign all columns: the only argument of {@code update} or {@code create}.",
				"@param value a record; null for none", "@return one assignment for each column");
		List<String> lines = new ArrayList<>();
		parts.stream()
			.filter((part) -> part.inner() != null)
			.forEach((part) -> lines.add("%s<R>[] %s$ = this.%s.%s(%s);".formatted(EngineNames.ASSIGNMENT, part.name(),
					part.name(), method, part.value())));
		String all = parts.stream()
			.flatMap((part) -> part.assignments(method).stream())
			.collect(Collectors.joining(", "));
		lines.add("return new %s[] { %s };".formatted(EngineNames.ASSIGNMENT, all));
		method("public %s<R>[] %s(%s value)".formatted(EngineNames.ASSIGNMENT, method, recordName()), lines);
	}

	/** A method of the class within the model's. */
	private void method(String signature, List<String> body) {
		this.target.line("\t\t%s {", signature);
		body.forEach((line) -> this.target.line("\t\t\t%s", line));
		this.target.line("\t\t}");
	}

	private String recordName() {
		return TypeText.name(this.record.type());
	}

	/**
	 * A component.
	 *
	 * @param component the component
	 * @param column its column, the first of a record
	 * @param inner writes the class of a record; null for a column
	 */
	private record Part(Component component, DeclaredField column, @Nullable EmbeddedPathWriter inner) {

		String name() {
			return this.component.name();
		}

		String what() {
			return (this.inner != null) ? "Columns of {@code " + name() + "}."
					: "Column {@code " + this.column.column().name() + "}.";
		}

		String typeName() {
			return (this.inner != null) ? this.inner.name
					: EngineNames.PATH_PACKAGE + "." + this.column.attribute().columnClass();
		}

		String type() {
			String arguments = (this.inner != null) ? ""
					: this.column.attribute()
						.arguments()
						.stream()
						.map((argument) -> ", " + TypeText.of(argument))
						.collect(Collectors.joining());
			return typeName() + "<R" + arguments + ">";
		}

		/** The condition that the component is that of a record. */
		String same() {
			if (this.component.isPrimitive() || this.inner != null) {
				return "this.%s.eq(value.%s())".formatted(name(), name());
			}
			return "((value.%s() != null) ? this.%s.eq(value.%s()) : this.%s.isNull())".formatted(name(), name(),
					name(), name());
		}

		String value() {
			return "(value != null) ? value.%s() : null".formatted(name());
		}

		/** One for each column; those of a record are in an array already. */
		List<String> assignments(String method) {
			return (this.inner == null) ? List.of("this.%s.%s(%s)".formatted(name(), method, "(" + value() + ")"))
					: IntStream.range(0, this.component.size())
						.mapToObj((place) -> name() + "$[" + place + "]")
						.toList();
		}

	}

}
