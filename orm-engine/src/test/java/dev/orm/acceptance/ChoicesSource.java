package dev.orm.acceptance;

import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/**
 * Writes the class that names the choices of a field.
 *
 * @param choices pairs of a value and its label
 */
record ChoicesSource(JsonNode choices) {

	boolean isPlain() {
		return StreamSupport.stream(this.choices.spliterator(), false)
			.allMatch((choice) -> choice.size() == 2 && choice.get(1).isString()
					&& (choice.get(0).isString() || choice.get(0).isIntegralNumber()));
	}

	String write(String name) {
		String options = StreamSupport.stream(this.choices.spliterator(), false)
			.map((choice) -> "new dev.orm.choice.ChoiceOption(%s, %s)".formatted(value(choice.get(0)),
					ModelSource.literal(choice.get(1).asString())))
			.collect(Collectors.joining(", "));
		return "public static final class " + name + " implements dev.orm.choice.ChoiceSource {\n"
				+ "public java.util.List<dev.orm.choice.ChoiceOption> options() { return java.util.List.of(" + options
				+ "); }\n}";
	}

	private static String value(JsonNode value) {
		return value.isString() ? ModelSource.literal(value.asString()) : value.asString() + "L";
	}

}
