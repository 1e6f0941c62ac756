package dev.orm.processor;

import java.util.List;
import java.util.Optional;

import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

import dev.orm.processor.DeclaredField.ColumnOptions;

/** Reads what the annotations of a field say of its column. */
final class ColumnReader {

	private ColumnReader() {
	}

	/**
	 * Read a column.
	 * @param variable the field
	 * @param name its name where none is given
	 * @param attribute what a path offers for it
	 * @param flags names of flags that hold
	 */
	static ColumnOptions read(VariableElement variable, String name, Optional<AttributeType> attribute,
			List<String> flags) {
		Optional<AnnotationValues> column = AnnotationValues.find(variable, EngineNames.COLUMN);
		Sizes sizes = Sizes.of(variable, column, attribute);
		String given = column.map((values) -> values.text("name")).orElse("");
		return new ColumnOptions(given.isEmpty() ? name : given, column.map((values) -> values.text("type")).orElse(""),
				sizes.length(), sizes.precision(), sizes.scale(),
				column.map((values) -> values.text("defaultValue")).orElse(""), flags,
				details(variable, column, attribute), words(variable));
	}

	private static ColumnDetails details(VariableElement variable, Optional<AnnotationValues> column,
			Optional<AttributeType> attribute) {
		Optional<AnnotationValues> computed = AnnotationValues.find(variable, EngineNames.GENERATED_COLUMN);
		boolean checked = column.filter((values) -> values.flag("checked")).isPresent();
		return new ColumnDetails(column.map((values) -> values.text("base")).orElse(""),
				column.map((values) -> values.text("dbDefault")).orElse(""),
				column.map((values) -> values.text("comment")).orElse(""),
				column.map((values) -> values.text("collation")).orElse(""),
				computed.map((values) -> values.text("value")).orElse(null),
				computed.filter((values) -> values.flag("stored")).isPresent(),
				checked ? JakartaLimits.of(variable, attribute) : List.of(),
				AnnotationValues.find(variable, EngineNames.CHOICES)
					.map((values) -> values.type("value"))
					.orElse(null));
	}

	/** What people read of a field or a class. */
	static DeclaredWords words(Element element) {
		return AnnotationValues.find(element, EngineNames.LABEL)
			.map((values) -> new DeclaredWords(values.text("value"), values.text("plural"), values.text("help")))
			.orElse(DeclaredWords.NONE);
	}

}
