package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.lang.model.type.TypeMirror;

import dev.orm.processor.EmbeddedRecord.Component;

/**
 * Writes what makes the record of an embedded attribute of columns, and takes it apart.
 */
class EmbeddedAccess {

	private final FieldAccess holder;

	private final EmbeddedPart part;

	private final List<DeclaredField> columns = new ArrayList<>();

	private final int first;

	EmbeddedAccess(FieldAccess holder, EmbeddedPart part, int first) {
		this.holder = holder;
		this.part = part;
		this.first = first;
	}

	void add(DeclaredField column) {
		this.columns.add(column);
	}

	FieldAccess holder() {
		return this.holder;
	}

	boolean isKey() {
		return AnnotationValues.isPresent(this.part.holder(), EngineNames.ID);
	}

	int size() {
		return this.columns.size();
	}

	private String attribute() {
		return this.part.attribute();
	}

	private String type() {
		return TypeText.name(this.part.record().type());
	}

	/** The statement that reads all parts; the later ones have none of their own. */
	String readAll(int index, IntFunction<String> reading) {
		if (index != this.first) {
			return "";
		}
		String values = places((place) -> reading.apply(this.first + place), ", ");
		return this.holder.set("target", "made$%s(%s)".formatted(attribute(), values)) + ";";
	}

	String set(int index, String instance, String value) {
		return this.holder.set(instance,
				"changed$%s(%s, %d, %s)".formatted(attribute(), this.holder.get(instance), index - this.first, value));
	}

	String get(int index, String instance) {
		return "part$%s(%s, %d)".formatted(attribute(), this.holder.get(instance), index - this.first);
	}

	/** The parts of a record that is given for the key. */
	String key(String given) {
		String record = "(%s) %s".formatted(type(), given);
		if (this.columns.size() == 1) {
			return "part$%s(%s, 0)".formatted(attribute(), record);
		}
		return "java.util.Arrays.asList(%s)"
			.formatted(places((place) -> "part$%s(%s, %d)".formatted(attribute(), record, place), ", "));
	}

	String isInstance(String given) {
		return given + " instanceof " + type();
	}

	void methods(GeneratedClass target, Function<TypeMirror, String> boxed) {
		new EmbeddedRecordWriter(target, this.columns.stream().map((column) -> boxed.apply(column.type())).toList())
			.write(this.part.record(), attribute());
		changed(target, boxed);
	}

	/**
	 * A record is made anew for each column that is set alone. A primitive cannot hold
	 * null, so that its record is gone without it.
	 */
	private void changed(GeneratedClass target, Function<TypeMirror, String> boxed) {
		target.method("private static %s changed$%s(%s value, int part, java.lang.Object given)", type(), attribute(),
				type());
		for (int i = 0; i < this.columns.size(); i++) {
			String type = boxed.apply(this.columns.get(i).type());
			target.line("\t\t%s p%d = (%s) ((part == %d) ? given : part$%s(value, %d));", type, i, type, i, attribute(),
					i);
		}
		List<String> gone = new ArrayList<>();
		gone(this.part.record(), 0, gone);
		if (!gone.isEmpty()) {
			target.line("\t\tif (given == null) {");
			target.line("\t\t\tswitch (part) {");
			gone.forEach((line) -> target.line("\t\t\t\t%s", line));
			target.line("\t\t\t\tdefault -> { }");
			target.line("\t\t\t}");
			target.line("\t\t}");
		}
		target.line("\t\treturn filled$%s(%s);", attribute(), places((place) -> "p" + place, ", "));
		target.end();
	}

	/** What becomes null with each primitive of a record. */
	private static void gone(EmbeddedRecord record, int from, List<String> lines) {
		String all = IntStream.range(from, from + record.size())
			.mapToObj((place) -> "p" + place + " = null; ")
			.collect(Collectors.joining());
		int place = from;
		for (Component component : record.components()) {
			if (component.isPrimitive()) {
				lines.add("case %d -> { %s}".formatted(place, all));
			}
			if (component.record() != null) {
				gone(component.record(), place, lines);
			}
			place += component.size();
		}
	}

	private String places(IntFunction<String> text, String separator) {
		return IntStream.range(0, this.columns.size()).mapToObj(text).collect(Collectors.joining(separator));
	}

}
