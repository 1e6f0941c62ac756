package dev.orm.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.lang.model.type.TypeKind;

import dev.orm.processor.EmbeddedRecord.Component;

/**
 * Writes, for a record and for each record in it, what makes it of a row
 * ({@code made$price}), what makes it of columns that are set one by one
 * ({@code filled$price}), and what answers a column of it ({@code part$price}). A column
 * is the parameter {@code p} with its place in the outermost record.
 */
final class EmbeddedRecordWriter {

	private final GeneratedClass target;

	private final List<String> types;

	/**
	 * Create a writer.
	 * @param target what is written to
	 * @param types the boxed types of the columns
	 */
	EmbeddedRecordWriter(GeneratedClass target, List<String> types) {
		this.target = target;
		this.types = types;
	}

	void write(EmbeddedRecord record, String name) {
		write(new Written(record, name, 0));
	}

	private void write(Written record) {
		made(record);
		filled(record);
		part(record);
		record.inner().forEach(this::write);
	}

	/** A record is null where all its columns are NULL. */
	private void made(Written record) {
		begin(record, "made");
		List<String> missing = new ArrayList<>();
		for (Place place : record.places()) {
			if (place.isRecord()) {
				this.target.line("\t\t%s r%d = %s;", place.inner().type(), place.first(), made(place, "made"));
			}
			if (place.component().isMissed()) {
				missing.add((place.isRecord() ? "r" : "p") + place.first() + " == null");
			}
		}
		if (!missing.isEmpty()) {
			this.target.line("\t\tif (%s) {", String.join(" || ", missing));
			this.target.line(
					"\t\t\tthrow new %s(\"%s\", \"%s: some of its columns are NULL, some are not\", java.util.List.of());",
					EngineNames.STORED_VALUE, record.name().replace("$", "."), record.type());
			this.target.line("\t\t}");
		}
		made(record, (place) -> (place.isRecord() ? "r" : "p") + place.first());
	}

	private void filled(Written record) {
		begin(record, "filled");
		made(record, (place) -> place.isRecord() ? made(place, "filled") : orZero(place));
	}

	private void begin(Written record, String method) {
		this.target.method("private static %s %s$%s(%s)", record.type(), method, record.name(),
				record.columns((place) -> this.types.get(place) + " p" + place, ", "));
		if (record.record().isAbsentWithoutValues()) {
			this.target.line("\t\tif (%s) {", record.columns((place) -> "p" + place + " == null", " && "));
			this.target.line("\t\t\treturn null;");
			this.target.line("\t\t}");
		}
	}

	private void made(Written record, Function<Place, String> argument) {
		this.target.line("\t\treturn new %s(%s);", record.type(),
				record.places().stream().map(argument).collect(Collectors.joining(", ")));
		this.target.end();
	}

	private static String made(Place place, String method) {
		Written inner = place.inner();
		return "%s$%s(%s)".formatted(method, inner.name(), inner.columns((column) -> "p" + column, ", "));
	}

	private static String orZero(Place place) {
		String column = "p" + place.first();
		if (!place.component().isPrimitive()) {
			return column;
		}
		boolean flag = place.component().type().getKind() == TypeKind.BOOLEAN;
		return "(%s != null) ? %s : %s".formatted(column, column, flag ? "false" : "0");
	}

	private void part(Written record) {
		this.target.method("private static java.lang.Object part$%s(%s value, int part)", record.name(), record.type());
		this.target.line("\t\tif (value == null) {");
		this.target.line("\t\t\treturn null;");
		this.target.line("\t\t}");
		this.target.line("\t\treturn switch (part) {");
		record.places().forEach((place) -> {
			for (int column = place.first(); column < place.first() + place.component().size(); column++) {
				this.target.line("\t\t\tcase %d -> %s;", column, answered(place, column));
			}
		});
		this.target.line("\t\t\tdefault -> throw unknown(part);");
		this.target.line("\t\t};");
		this.target.end();
	}

	private static String answered(Place place, int column) {
		String component = "value.%s()".formatted(place.component().name());
		return place.isRecord() ? "part$%s(%s, %d)".formatted(place.inner().name(), component, column) : component;
	}

	/**
	 * A record that is written.
	 *
	 * @param record the record
	 * @param name what its methods are named after
	 * @param first the place of its first column in the outermost record
	 */
	private record Written(EmbeddedRecord record, String name, int first) {

		String type() {
			return TypeText.name(this.record.type());
		}

		List<Place> places() {
			List<Place> places = new ArrayList<>();
			int place = this.first;
			for (Component component : this.record.components()) {
				places.add(new Place(this, component, place));
				place += component.size();
			}
			return places;
		}

		List<Written> inner() {
			return places().stream().filter(Place::isRecord).map(Place::inner).toList();
		}

		String columns(IntFunction<String> text, String separator) {
			return IntStream.range(this.first, this.first + this.record.size())
				.mapToObj(text)
				.collect(Collectors.joining(separator));
		}

	}

	/**
	 * A component of a record that is written.
	 *
	 * @param around the record
	 * @param component the component
	 * @param first the place of its first column
	 */
	private record Place(Written around, Component component, int first) {

		boolean isRecord() {
			return this.component.record() != null;
		}

		Written inner() {
			EmbeddedRecord record = this.component.record();
			if (record == null) {
				throw new IllegalStateException(this.component.name() + " is no record");
			}
			return new Written(record, this.around.name() + "$" + this.component.name(), this.first);
		}

	}

}
