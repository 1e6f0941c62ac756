package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Writes what makes the record of an embedded attribute of columns, and takes it apart.
 */
final class EmbeddedAccess {

	private final FieldAccess holder;

	private final String attribute;

	private final String record;

	private final List<DeclaredField> parts = new ArrayList<>();

	private final int first;

	EmbeddedAccess(FieldAccess holder, EmbeddedPart part, int first) {
		this.holder = holder;
		this.attribute = part.attribute();
		this.record = TypeText.name(part.record());
		this.first = first;
	}

	void add(DeclaredField part) {
		this.parts.add(part);
	}

	FieldAccess holder() {
		return this.holder;
	}

	/** The statement that reads all parts; the later ones have none of their own. */
	String readAll(int index, IntFunction<String> reading) {
		if (index != this.first) {
			return "";
		}
		String values = IntStream.range(0, this.parts.size())
			.mapToObj((place) -> reading.apply(this.first + place))
			.collect(Collectors.joining(", "));
		return this.holder.set("target", "made$%s(%s)".formatted(this.attribute, values)) + ";";
	}

	String set(int index, String instance, String value) {
		return this.holder.set(instance, "changed$%s(%s, %d, %s)".formatted(this.attribute, this.holder.get(instance),
				index - this.first, value));
	}

	String get(int index, String instance) {
		return "part$%s(%s, %d)".formatted(this.attribute, this.holder.get(instance), index - this.first);
	}

	void methods(GeneratedClass target, Function<TypeMirror, String> boxed) {
		String parameters = parts((place) -> boxed.apply(type(place)) + " p" + place, ", ");
		String allNull = parts((place) -> "p" + place + " == null", " && ");
		target.line("");
		target.line("\tprivate static %s made$%s(%s) {", this.record, this.attribute, parameters);
		target.line("\t\tif (%s) {\n\t\t\treturn null;\n\t\t}", allNull);
		List<String> required = IntStream.range(0, this.parts.size())
			.filter((place) -> isRequired(place))
			.mapToObj((place) -> "p" + place + " == null")
			.toList();
		if (!required.isEmpty()) {
			target.line("\t\tif (%s) {", String.join(" || ", required));
			target.line(
					"\t\t\tthrow new %s(\"%s\", \"%s: some of its columns are NULL, some are not\", java.util.List.of());",
					EngineNames.STORED_VALUE, this.attribute, this.record);
			target.line("\t\t}");
		}
		target.line("\t\treturn new %s(%s);", this.record, parts((place) -> "p" + place, ", "));
		target.line("\t}");
		part(target);
		changed(target, boxed, allNull);
	}

	private void part(GeneratedClass target) {
		target.line("");
		target.line("\tprivate static java.lang.Object part$%s(%s value, int part) {", this.attribute, this.record);
		target.line("\t\tif (value == null) {\n\t\t\treturn null;\n\t\t}");
		target.line("\t\treturn switch (part) {");
		for (int i = 0; i < this.parts.size(); i++) {
			target.line("\t\t\tcase %d -> value.%s();", i, component(i));
		}
		target.line("\t\t\tdefault -> throw unknown(part);");
		target.line("\t\t};");
		target.line("\t}");
	}

	private void changed(GeneratedClass target, Function<TypeMirror, String> boxed, String allNull) {
		target.line("");
		target.line("\tprivate static %s changed$%s(%s value, int part, java.lang.Object given) {", this.record,
				this.attribute, this.record);
		for (int i = 0; i < this.parts.size(); i++) {
			String type = boxed.apply(type(i));
			target.line("\t\t%s p%d = (%s) ((part == %d) ? given : part$%s(value, %d));", type, i, type, i,
					this.attribute, i);
		}
		target.line("\t\tif (%s) {\n\t\t\treturn null;\n\t\t}", allNull);
		target.line("\t\treturn new %s(%s);", this.record, parts(this::orZero, ", "));
		target.line("\t}");
	}

	private String orZero(int place) {
		EmbeddedPart part = this.parts.get(place).part();
		TypeKind kind = (part != null) ? part.type().getKind() : TypeKind.DECLARED;
		if (!kind.isPrimitive()) {
			return "p" + place;
		}
		return "(p%d != null) ? p%d : %s".formatted(place, place, (kind == TypeKind.BOOLEAN) ? "false" : "0");
	}

	private boolean isRequired(int place) {
		EmbeddedPart part = this.parts.get(place).part();
		return part != null && part.required();
	}

	private String component(int place) {
		EmbeddedPart part = this.parts.get(place).part();
		return (part != null) ? part.component() : "";
	}

	private TypeMirror type(int place) {
		return this.parts.get(place).type();
	}

	private String parts(IntFunction<String> text, String separator) {
		return IntStream.range(0, this.parts.size()).mapToObj(text).collect(Collectors.joining(separator));
	}

}
